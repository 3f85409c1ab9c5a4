"""Figures on contrastive loss and metric learning, for notebooks: one class a figure.

>>> from contrastive_loss_widgets import Pair
>>> pair = Pair(m=1.2)
>>> pair.m = 2          # the figure follows
>>> pair.outputs        # what the figure reads out
"""

from . import _widgets
from ._base import Widget
from ._widgets import *  # noqa: F403

__all__ = ["Widget", *_widgets.__all__]
