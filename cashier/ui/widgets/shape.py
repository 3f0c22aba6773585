"""The shape of a field, by which the style sheet knows how high to make it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget


def give_shape(field: QWidget, shape: str) -> None:
    """Have the style sheet make `field` as high as things of that shape are."""
    if field.property("shape") != shape:
        field.setProperty("shape", shape)
        # It asks for properties only when it dresses a widget.
        field.style().unpolish(field)
        field.style().polish(field)
        # A box of choices keeps the size that it once asked for until it is told of another style.
        QApplication.sendEvent(field, QEvent(QEvent.Type.StyleChange))
        field.updateGeometry()
