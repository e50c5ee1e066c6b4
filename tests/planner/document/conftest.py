import pytest


@pytest.fixture
def failures(judge, tmp_path):
    """Return what tells the failures of a document from its bytes, by standard."""

    def told(data):
        path = tmp_path / "document.pdf"
        path.write_bytes(data)
        return judge.failures(path)

    return told
