"""What all figures have in common."""

from __future__ import annotations

import difflib
import pathlib
from typing import Any, Iterable
from urllib.parse import quote, urlencode

import anywidget
import traitlets

_STATIC = pathlib.Path(__file__).parent / "static"
_FRAME_PARTS = ("title", "toolbar", "summary", "readouts", "formula", "code")


def _nearest(name: str, known: Iterable[str]) -> str:
    found = difflib.get_close_matches(name, list(known), n=1)
    return f"; the nearest is “{found[0]}”" if found else ""


class Names(traitlets.TraitType):
    """Names of parameters or of parts of the figure: ``["m", "toolbar"]``. One name may stand alone."""

    def __init__(self, known: str) -> None:
        super().__init__(())
        self.known = known

    def validate(self, obj: Any, value: Any) -> tuple[str, ...]:
        names = (value,) if isinstance(value, str) else tuple(value)
        known = getattr(obj, self.known)
        for name in names:
            if name not in known:
                raise traitlets.TraitError(
                    f"{type(obj).__name__}.{self.name} has {name!r}; "
                    f"names among {', '.join(known)} are allowed{_nearest(str(name), known)}"
                )
        return names


class Widget(anywidget.AnyWidget):
    """A figure. What a figure may be set to is declared in the classes that are made from this one.

    Parameters of every figure
    --------------------------
    task : str
        A question that the figure asks and grades, in the words of the textbook's exercises. It says by itself where
        the figure starts, and begins anew when it is set.
    hide : names
        Controls and parts that are left out. A parameter that is hidden stays as it is.
    free : names
        Hidden parameters that may be changed in the figure all the same.
    lock : names
        Parameters that are shown and stay as they are.
    controls : names
        The controls and parts that are shown at first; the rest is behind “More”. None given: all.
    theme : str
        "light", "dark" or "" for that of the browser.
    title : str
        What stands above the figure, in place of its own title.

    What can be read
    ----------------
    outputs : dict
        What the figure reads out, by name. Empty until it has been shown.
    result : dict
        The grade of the task: "solved", "tries", "hint" and "explanation" (whether they were looked at before it was
        solved), and "answer" where one was typed or chosen. Empty until the figure has been shown.
    notices : tuple
        What the figure could not read, in words: a mistake in the text of a task, for one.
    """

    _esm = _STATIC / "anywidget.js"

    _ID = ""
    _PARAMETERS: tuple[str, ...] = ()
    _PARTS: tuple[str, ...] = ()
    _FILES: tuple[str, ...] = ()

    widget = traitlets.Unicode(read_only=True).tag(sync=True)
    options = traitlets.Unicode(read_only=True).tag(sync=True)
    task = traitlets.Unicode("").tag(sync=True)
    hide = Names("_hideable")
    free = Names("_PARAMETERS")
    lock = Names("_PARAMETERS")
    controls = Names("_showable").tag(sync=True, to_json=lambda names, _widget: list(names))
    theme = traitlets.Enum(("", "light", "dark"), "")
    title = traitlets.Unicode("")
    outputs = traitlets.Dict(read_only=True).tag(sync=True)
    result = traitlets.Dict(read_only=True).tag(sync=True)
    notices = traitlets.Tuple(read_only=True).tag(sync=True)
    brings = traitlets.Tuple(read_only=True).tag(sync=True)

    def __init__(self, **values: Any) -> None:
        values = {self._own_name(name): value for name, value in values.items()}
        for name in values:
            if not self.has_trait(name):
                known = [*self._PARAMETERS, *_SHARED]
                raise TypeError(
                    f"{type(self).__name__} has no parameter {name!r}; "
                    f"{', '.join(known)} are allowed{_nearest(name, known)}"
                )
        start = [name for name in values if name in self._PARAMETERS]
        if values.get("task") and start:
            raise TypeError(
                f"{type(self).__name__} has a task and {', '.join(start)}; "
                f"a task says by itself where it starts, with a line such as “{start[0]}: …” in its text"
            )
        super().__init__(**values)
        self.on_msg(self._answer)

    def __setattr__(self, name: str, value: Any) -> None:
        # A misspelled parameter would be an attribute that nothing reads.
        if not name.startswith("_") and not hasattr(type(self), name):
            raise AttributeError(
                f"{type(self).__name__} has no parameter {name!r}{_nearest(name, self._PARAMETERS)}"
            )
        super().__setattr__(name, value)

    def _own_name(self, name: str) -> str:
        """The parameter itself where a word of Python is written with a low line after it: ``lambda_``."""
        return name[:-1] if name.endswith("_") and name[:-1] in self._PARAMETERS else name

    @property
    def _hideable(self) -> tuple[str, ...]:
        return (*self._PARAMETERS, *_FRAME_PARTS)

    @property
    def _showable(self) -> tuple[str, ...]:
        return (*self._PARAMETERS, *self._PARTS)

    @traitlets.default("widget")
    def _default_widget(self) -> str:
        return self._ID

    @traitlets.default("brings")
    def _default_brings(self) -> tuple[str, ...]:
        return self._FILES

    @traitlets.default("options")
    def _default_options(self) -> str:
        return self._written_options()

    @traitlets.observe("hide", "free", "lock", "theme", "title")
    def _follow_options(self, _change: Any) -> None:
        self.set_trait("options", self._written_options())

    @traitlets.validate("task")
    def _begin_task(self, proposal: Any) -> str:
        # The grade goes before the new task comes: the figure would take it for that of the new one.
        if proposal.value != self.task:
            self.set_trait("result", {})
        return proposal.value

    def _written_options(self) -> str:
        fields = {
            "hide": ",".join(self.hide),
            "free": ",".join(self.free),
            "lock": ",".join(self.lock),
            "theme": self.theme,
            "title": self.title,
        }
        return urlencode({name: text for name, text in fields.items() if text}, quote_via=quote)

    def _answer(self, _widget: Any, message: Any, _buffers: Any) -> None:
        """The figure asks for a file that it needs only now: the notebook may have no network."""
        path = message.get("file") if isinstance(message, dict) else None
        if path in self._FILES:
            self.send({"file": path}, buffers=[(_STATIC / path).read_bytes()])


_SHARED = ("task", "hide", "free", "lock", "controls", "theme", "title")
