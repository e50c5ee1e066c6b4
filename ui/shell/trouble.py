"""What the strip under the top bar says when a plan can't be saved, and what helps."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from planner.errors import PlanError
from planner.files.errors import ConflictError, GoneError
from planner.language import phrase, say
from ui.document import PlanDocument
from ui.kit.editors.base import sentence_of
from ui.saving import SaveState
from ui.shell.banner import Banner, Offer

_RETRY = Offer("retry", phrase("Try again"))
_COPY = Offer("copy", phrase("Save a copy…"))
_RELOAD = Offer("reload", phrase("Read the file again"))


class Trouble(QObject):
    """Watches one document and offers what helps.

    Signals:
        copy_wanted: the user wants to save a copy.
        failed: the `PlanError` of what was tried.
    """

    copy_wanted = Signal()
    failed = Signal(object)

    def __init__(self, document: PlanDocument, banner: Banner) -> None:
        super().__init__(document)
        self._document = document
        self._banner = banner
        self._stays = False
        document.backup_failed.connect(self._tell_backup)
        document.failed.connect(self._tell)
        document.changed_elsewhere.connect(self._tell_changed)
        document.save_state_changed.connect(self._state_changed)
        banner.chosen.connect(self._chosen)
        if document.read_only:
            words = say("You can read it, but not change it.")
            banner.tell(f"{document.read_only_reason} {words}", _said(_COPY), warns=True)

    def _tell_backup(self, error: PlanError) -> None:
        """Say that there is no backup of today; it stays until it is put away, as nothing mends it."""
        self._stays = True
        why = say("Today's backup of this plan could not be made: {problem}", problem=sentence_of(error))
        words = say("What you do is saved in the plan's own file.")
        self._banner.tell(f"{why} {words}", _said(_COPY), warns=True)

    def _tell(self, error: PlanError) -> None:
        self._tell_unsaved(
            error, (_COPY, _RELOAD) if isinstance(error, ConflictError | GoneError) else (_RETRY, _COPY)
        )

    def _tell_unsaved(self, error: PlanError, helps: Sequence[Offer]) -> None:
        self._stays = False
        why = say("Not saved: {problem}", problem=sentence_of(error))
        self._banner.tell(f"{why} {say('What you did is still here.')}", _said(*helps), warns=True)

    def _tell_changed(self) -> None:
        self._banner.tell(
            say("Another program changed this plan's file. Read it again before you go on."),
            _said(_RELOAD, _COPY),
            warns=True,
        )

    def _state_changed(self, state: SaveState) -> None:
        if state is SaveState.SAVED and not self._stays:
            self._banner.hide()

    def _chosen(self, offer: str) -> None:
        self._stays = False
        if offer == _RETRY.id:
            self._document.retry_saving()
        elif offer == _COPY.id:
            self.copy_wanted.emit()
        elif offer == _RELOAD.id:
            self._reload()

    def _reload(self) -> None:
        try:
            self._document.reload()
        except PlanError as error:
            if self._document.save_state is SaveState.FAILED:
                self._tell_unsaved(error, (_COPY, _RELOAD))
            else:
                self.failed.emit(error)


def _said(*offers: Offer) -> tuple[Offer, ...]:
    """Return offers in the language in use."""
    return tuple(replace(offer, title=say(offer.title)) for offer in offers)
