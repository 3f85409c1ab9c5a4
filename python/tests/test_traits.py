"""What a parameter takes, refuses and says."""

import math

import pytest
from traitlets import TraitError

from contrastive_loss_widgets import Cloud, Draw, Family, Margin, Pair, Triplet


def refusal(make):
    with pytest.raises(TraitError) as refused:
        make()
    return str(refused.value)


def test_a_number_of_its_range_is_taken():
    assert Pair(m=1.2).m == 1.2
    assert Pair(m=3).m == 3


@pytest.mark.parametrize("value", [5, 0, -1, math.nan, math.inf, "1", True, None])
def test_any_other_is_refused_with_its_name_its_value_and_what_is_allowed(value):
    assert refusal(lambda: Pair(m=value)) == f"Pair.m is {value!r}; a number from 0.1 to 3 is allowed"


def test_a_refused_value_leaves_the_parameter_as_it_was():
    pair = Pair(m=1.2)
    refusal(lambda: setattr(pair, "m", 5))
    assert pair.m == 1.2


def test_a_whole_number_is_one():
    assert Margin(t=10.0).t == 10
    assert isinstance(Margin(t=10.0).t, int)
    assert "a whole number from 0 to 2000" in refusal(lambda: Margin(t=1.5))


def test_a_choice_is_taken_by_name_or_by_the_number_that_is_its_name():
    assert Pair(y="0").y == Pair(y=0).y == "0"
    assert refusal(lambda: Pair(y=2)) == "Pair.y is 2; one of 0, 1 is allowed"
    assert "one of none, analytic, check" in refusal(lambda: Pair(gradient="numeric"))


def test_a_toggle_is_true_or_false():
    assert Triplet(swap=True).swap is True
    assert refusal(lambda: Triplet(swap=1)) == "Triplet.swap is 1; True or False is allowed"


def test_a_point_is_a_pair_of_numbers_from_any_sequence():
    assert Pair(x1=[0.25, 1]).x1 == (0.25, 1.0)
    for value in [(9, 0), (0,), (0, 0, 0), "0,0", 3, (0, "0"), (math.nan, 0)]:
        assert "with x from -2 to 2" in refusal(lambda value=value: Pair(x1=value))


def test_points_placed_by_hand_are_rows_of_x_y_and_class():
    cloud = Cloud(start=[[0, 0.123456, 0], (1, 1, 2)])
    assert cloud.start == ((0.0, 0.1235, 0), (1.0, 1.0, 2))
    for value in [[(0, 0)], [(0, 0, 5)], [(0, 0, 0.5)], [(9999, 0, 0)], 1, [(0, 0, 0)] * 9999]:
        assert "(x, y, class)" in refusal(lambda value=value: Cloud(start=value))


def test_drawings_are_text_of_whole_numbers():
    assert Draw(drawing="10,10;10,90~5,50;60,50").drawing == "10,10;10,90~5,50;60,50"
    assert "Draw.drawing is 'four'" in refusal(lambda: Draw(drawing="four"))


def test_an_argument_that_there_is_not_is_refused():
    with pytest.raises(TypeError, match="Pair has no parameter 'margins'; y, m, x1"):
        Pair(margins=1)


def test_an_attribute_that_there_is_not_is_refused():
    with pytest.raises(AttributeError, match="no parameter .mm.; the nearest is “m”"):
        Pair().mm = 1


def test_a_parameter_with_the_name_of_a_word_of_python_has_a_low_line():
    family = Family(lambda_=0.25)
    assert family.lambda_ == 0.25
    family.lambda_ = 1
    assert family.get_state(["lambda"]) == {"lambda": "1"}


@pytest.mark.parametrize(
    ("value", "text"), [(0.1 + 0.2, "0.3"), (2, "2"), (1.25, "1.25"), (0.1, "0.1")]
)
def test_a_number_goes_to_the_figure_as_its_address_has_it(value, text):
    assert Pair(m=value).get_state(["m"]) == {"m": text}


def test_values_come_back_from_the_figure_as_what_they_are():
    pair = Pair()
    pair.set_state({"m": "2.5", "x1": "-1,0.75", "y": "0", "outputs": {"loss": 0.5}})
    assert (pair.m, pair.x1, pair.y, pair.outputs) == (2.5, (-1.0, 0.75), "0", {"loss": 0.5})
    cloud = Cloud()
    cloud.set_state({"start": "0,0.5,1;1,1,2", "forces": "yes"})
    assert (cloud.start, cloud.forces) == (((0.0, 0.5, 1), (1.0, 1.0, 2)), True)
    cloud.set_state({"start": ""})
    assert cloud.start == ()
