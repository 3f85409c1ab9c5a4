"""What every figure has: its script, its options, its question and what can be read of it."""

import pathlib

import pytest
from traitlets import TraitError

import contrastive_loss_widgets
from contrastive_loss_widgets import Pair, Train, Widget

CLASSES = [getattr(contrastive_loss_widgets, name) for name in contrastive_loss_widgets.__all__[1:]]
TASK = "y: 1\nquestion: Make it cost nothing.\ngoal loss: 0"


@pytest.mark.parametrize("figure", CLASSES)
def test_every_figure_begins_as_it_is_declared(figure):
    widget = figure()
    state = widget.get_state()
    assert state["widget"] == figure._ID
    assert all(isinstance(state[name], str) for name in figure._PARAMETERS)
    # What it writes it reads back.
    before = {name: getattr(widget, name) for name in figure._PARAMETERS}
    widget.set_state({name: state[name] for name in figure._PARAMETERS})
    assert {name: getattr(widget, name) for name in figure._PARAMETERS} == before


@pytest.mark.parametrize("figure", CLASSES)
def test_every_figure_documents_its_parameters(figure):
    for name in figure._PARAMETERS:
        assert f"\n    {name}" in figure.__doc__


def test_the_figure_brings_its_script_and_asks_no_other_host_for_it():
    script = Pair().get_state(["_esm"])["_esm"]
    assert "contrastive" in script
    assert len(script) > 100_000


def test_a_figure_answers_with_the_files_that_it_brings_and_no_other():
    sent = []
    widget = Train()
    widget.send = lambda content, buffers=None: sent.append((content, buffers))
    widget._handle_custom_msg({"file": Train._FILES[0]}, [])
    widget._handle_custom_msg({"file": "../_base.py"}, [])
    widget._handle_custom_msg("anything", [])
    [(content, [file])] = sent
    assert content == {"file": Train._FILES[0]}
    assert file[:2] == b"\x1f\x8b"


def test_every_file_that_a_figure_brings_is_there():
    static = pathlib.Path(contrastive_loss_widgets.__file__).parent / "static"
    for figure in CLASSES:
        assert all((static / file).is_file() for file in figure._FILES)


def test_options_are_written_as_an_address_has_them():
    pair = Pair(hide=["m", "toolbar"], lock="y", title="Why & how?")
    assert pair.get_state(["options"])["options"] == "hide=m%2Ctoolbar&lock=y&title=Why%20%26%20how%3F"
    pair.hide = ()
    pair.theme = "dark"
    assert pair.get_state(["options"])["options"] == "lock=y&theme=dark&title=Why%20%26%20how%3F"


@pytest.mark.parametrize("option", ["hide", "lock", "free", "controls"])
def test_a_name_that_there_is_not_is_refused_with_the_nearest(option):
    with pytest.raises(TraitError, match=f"Pair.{option} has 'gradent'.* the nearest is “gradient”"):
        Pair(**{option: ["m", "gradent"]})


def test_controls_name_parameters_and_parts():
    assert Pair(controls=["m", "curve"]).get_state(["controls"]) == {"controls": ["m", "curve"]}


def test_a_task_says_by_itself_where_it_starts():
    with pytest.raises(TypeError, match="Pair has a task and m; .* “m: …”"):
        Pair(task=TASK, m=2)


def test_the_grade_is_read_in_python():
    pair = Pair(task=TASK)
    assert pair.result == {}
    grade = {"solved": True, "tries": 2, "hint": False, "explanation": False}
    pair.set_state({"result": grade})
    assert pair.result == grade


def test_another_task_has_no_grade_and_begins_after_the_old_one_is_forgotten():
    pair = Pair(task=TASK)
    pair.set_state({"result": {"solved": True, "tries": 1}})
    order = []
    pair.observe(lambda change: order.append(change.name), ["task", "result"])
    pair.task = TASK + "\nhint: Drag."
    assert order == ["result", "task"]
    assert pair.result == {}


@pytest.mark.parametrize("name", ["outputs", "result", "notices", "widget", "options"])
def test_what_the_figure_tells_cannot_be_set(name):
    with pytest.raises(TraitError, match="read-only"):
        setattr(Pair(), name, Pair().trait_values()[name])


def test_the_base_is_for_all():
    assert all(issubclass(figure, Widget) for figure in CLASSES)
