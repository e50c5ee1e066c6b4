"""Whether there is a screen; asked before Qt starts, which ends the whole process where it finds none."""

import ctypes
import os
import sys
from pathlib import Path

_PLATFORMS_WITHOUT_SCREEN = {"offscreen", "minimal", "vnc"}


def has_screen() -> bool:
    """Whether Qt will find a screen, or was told to do without."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    return platform in _PLATFORMS_WITHOUT_SCREEN or _wayland_listens() or _x_server_answers()


def _wayland_listens() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    return bool(name) and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / str(name)).is_socket()


def _x_server_answers() -> bool:
    """Connect as Qt will: a display that is named need not be there any more (a closed remote session)."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt itself says best what it lacks
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
