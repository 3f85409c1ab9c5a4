"""The kinds of parameter that a figure has, as traits.

Each trait checks a value in Python, with a message that names the trait, the value and what is allowed. Between
Python and the figure a value goes as the text that an address of the figure carries: ``m=1.5``, ``x1=-0.4,0``.
"""

from __future__ import annotations

import math
import numbers
import re
from typing import Any, Callable, Iterable

from traitlets import TraitError, TraitType

_DIGITS = 6


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"


def _as_number(value: Any, digits: int = _DIGITS) -> float | None:
    """A finite number to the decimals that an address keeps; None for anything else, a truth value too."""
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        return None
    number = float(value)
    return round(number, digits) + 0.0 if math.isfinite(number) else None


def _written(value: float, digits: int = _DIGITS) -> str:
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


def _read(text: str) -> float:
    return float(text)


class Parameter(TraitType):
    """A parameter of a figure. Subclasses say how a value is read, written and brought into one form."""

    def __init__(self, default: Any, allowed: str) -> None:
        super().__init__(default)
        self.allowed = allowed
        self.tag(
            sync=True,
            to_json=lambda value, _widget: self.write(value),
            from_json=lambda text, _widget: self.parse(text),
        )

    def validate(self, obj: Any, value: Any) -> Any:
        normal = self.normalise(value)
        if normal is None:
            owner = type(obj).__name__
            raise TraitError(f"{owner}.{self.name} is {_shown(value)}; {self.allowed} is allowed")
        return normal

    def normalise(self, value: Any) -> Any:
        """The value in its one form, or None where it is not allowed."""
        raise NotImplementedError

    def write(self, value: Any) -> str:
        raise NotImplementedError

    def parse(self, text: str) -> Any:
        raise NotImplementedError


def alias(name: str) -> property:
    """Another name of a parameter whose own is a word of Python: ``widget.lambda_``."""
    return property(lambda self: getattr(self, name), lambda self, value: setattr(self, name, value))


class Number(Parameter):
    """A number of a range."""

    def __init__(self, default: float, low: float, high: float, *, allowed: str) -> None:
        super().__init__(default, allowed)
        self.low, self.high = low, high

    def normalise(self, value: Any) -> float | None:
        number = _as_number(value)
        return number if number is not None and self.low <= number <= self.high else None

    def write(self, value: float) -> str:
        return _written(value)

    def parse(self, text: str) -> float:
        return _read(text)


class Whole(Number):
    """A whole number of a range."""

    def normalise(self, value: Any) -> int | None:
        number = super().normalise(value)
        return int(number) if number is not None and number == int(number) else None


class Choice(Parameter):
    """One of a few names. A number is taken for the name that it is written as: ``y = 0``."""

    def __init__(self, default: str, options: tuple[str, ...], *, allowed: str) -> None:
        super().__init__(default, allowed)
        self.options = options

    def normalise(self, value: Any) -> str | None:
        number = _as_number(value)
        name = value if number is None else _written(number)
        return name if isinstance(name, str) and name in self.options else None

    def write(self, value: str) -> str:
        return value

    def parse(self, text: str) -> str:
        return text


class Toggle(Parameter):
    """True or False."""

    def __init__(self, default: bool) -> None:
        super().__init__(default, "True or False")

    def normalise(self, value: Any) -> bool | None:
        # NumPy's truth values are no bool, and equal one.
        is_truth = isinstance(value, bool) or type(value).__name__ in ("bool_", "bool")
        return bool(value) if is_truth else None

    def write(self, value: bool) -> str:
        return "yes" if value else "no"

    def parse(self, text: str) -> bool:
        return text == "yes"


class Point(Parameter):
    """A point of the plane: a pair of numbers, also from a list or an array."""

    def __init__(
        self,
        default: tuple[float, float],
        low: tuple[float, float],
        high: tuple[float, float],
        *,
        allowed: str,
    ) -> None:
        super().__init__(default, allowed)
        self.low, self.high = low, high

    def normalise(self, value: Any) -> tuple[float, ...] | None:
        point = _numbers(value)
        if point is None or len(point) != 2:
            return None
        inside = all(low <= x <= high for low, x, high in zip(self.low, point, self.high))
        return point if inside else None

    def write(self, value: tuple[float, float]) -> str:
        return ",".join(_written(x) for x in value)

    def parse(self, text: str) -> tuple[float, ...]:
        return tuple(_read(part) for part in text.split(","))


class Cloud(Parameter):
    """Labelled points ``(x, y, class)``, also as the rows of an array; an empty tuple where the figure places them."""

    def __init__(self, low: float, high: float, most: int, classes: int, *, allowed: str) -> None:
        super().__init__((), allowed)
        self.low, self.high, self.most, self.classes = low, high, most, classes

    def normalise(self, value: Any) -> tuple[tuple[float, float, int], ...] | None:
        rows = _rows(value, lambda row: _numbers(row, 4))
        if rows is None or len(rows) > self.most:
            return None
        points = tuple((row[0], row[1], int(row[2])) for row in rows if self._allows(row))
        return points if len(points) == len(rows) else None

    def _allows(self, row: tuple[float, ...]) -> bool:
        if len(row) != 3:
            return False
        x, y, label = row
        return (
            self.low <= min(x, y)
            and max(x, y) <= self.high
            and label == int(label)
            and 0 <= label < self.classes
        )

    def write(self, value: tuple[tuple[float, float, int], ...]) -> str:
        return ";".join(f"{_written(x, 4)},{_written(y, 4)},{label}" for x, y, label in value)

    def parse(self, text: str) -> tuple[tuple[float, ...], ...]:
        return tuple(tuple(map(_read, row.split(","))) for row in text.split(";") if row)


class Drawings(Parameter):
    """Drawings with a pen, as the text that the figure writes: ``10,10;10,90~5,50;60,50``."""

    _FORM = re.compile(r"(\d{1,5}(,\d{1,5}){1,2}([;~!](?!$)|$))*")

    def __init__(self, default: str, *, allowed: str) -> None:
        super().__init__(default, allowed)

    def normalise(self, value: Any) -> str | None:
        return value if isinstance(value, str) and self._FORM.fullmatch(value) else None

    def write(self, value: str) -> str:
        return value

    def parse(self, text: str) -> str:
        return text


def _rows(value: Any, read: Callable[[Any], tuple[float, ...] | None]) -> list[tuple[float, ...]] | None:
    if not isinstance(value, Iterable) or isinstance(value, (str, bytes, dict)):
        return None
    rows = [read(row) for row in value]
    return None if any(row is None for row in rows) else [row for row in rows if row is not None]


def _numbers(value: Any, digits: int = _DIGITS) -> tuple[float, ...] | None:
    if not isinstance(value, Iterable) or isinstance(value, (str, bytes, dict)):
        return None
    found = [_as_number(x, digits) for x in value]
    return None if any(x is None for x in found) else tuple(x for x in found if x is not None)
