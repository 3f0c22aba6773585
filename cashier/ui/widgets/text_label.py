"""Labels that are never cut: plain text, wrapped, aligned to the edge where reading starts."""

import unicodedata
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from cashier.domain.text import without_invisible
from cashier.ui.locale_format import LocaleFormat, current_locale_format
from cashier.ui.style.fonts import AMOUNT_POINTS, BASE_POINTS, SMALL_POINTS, amount_font, font
from cashier.ui.style.theme import current_theme
from cashier.ui.widgets.painting import paint_wrapped, wrapped_height

_WIDEST_LINE: Final = 560
_FIGURES_SHARE: Final = 0.82
_ISOLATES: Final = frozenset({"LRI", "RLI", "FSI"})
_ONE_LINE: Final = Qt.TextFlag.TextExpandTabs.value

_ROLES: Final = {
    "body": (BASE_POINTS, QFont.Weight.Normal),
    "strong": (BASE_POINTS, QFont.Weight.DemiBold),
    "medium": (BASE_POINTS, QFont.Weight.Medium),
    "small": (SMALL_POINTS, QFont.Weight.Normal),
    "small strong": (SMALL_POINTS, QFont.Weight.DemiBold),
    "caption": (9.0, QFont.Weight.Normal),
    "heading": (13.0, QFont.Weight.DemiBold),
    "title": (17.0, QFont.Weight.DemiBold),
}


def absolute_alignment(alignment: str, direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """Return Qt's flags for "leading", "center" or "trailing" in `direction`.

    They are absolute because Qt otherwise aligns a label by the first letter of its text, so that a Latin
    reference in a right-to-left screen would jump to the other side.

    Raises:
        KeyError: for another word.
    """
    rtl = direction == Qt.LayoutDirection.RightToLeft
    leading, trailing = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    if rtl:
        leading, trailing = trailing, leading
    side = {"leading": leading, "center": Qt.AlignmentFlag.AlignHCenter, "trailing": trailing}[alignment]
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class TextLabel(QLabel):
    """A label of plain text. It wraps rather than be cut, and keeps its side whatever it says.

    Roles: body, strong, medium, small, small strong, caption, heading, title, amount. Tones: muted, and the
    colours of `Theme`: text, accent, success, danger, warning, info, neutral.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        tone: str = "text",
        wrap: bool = True,
        selectable: bool = False,
        content: str = "ui",
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show `text`; with `content="auto"` (a person's or provider's words) it reads as its first letter does.

        With `tabular` all digits are equally wide, for figures and times that stand below each other.

        Raises:
            KeyError: for an unknown role.
        """
        super().__init__(parent)
        self._tone = tone
        # Selectable text is painted by Qt, which learns its colour from the style sheet.
        self.setProperty("tone", tone)
        self._alignment = "leading"
        self._content = content
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(amount_font() if role == "amount" else font(*_ROLES[role], tabular=tabular))
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.set_alignment("leading")
        self.setText(text)

    def set_alignment(self, alignment: str) -> None:
        """Align to "leading", "center" or "trailing"."""
        self._alignment = alignment
        self.setAlignment(absolute_alignment(alignment, self.layoutDirection()))

    def set_tone(self, tone: str) -> None:
        """Take another tone of the theme."""
        self._tone = tone
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the text on as few lines as a comfortable width allows."""
        hint = super().sizeHint()
        if not self.wordWrap():
            return hint
        natural = self.fontMetrics().size(_ONE_LINE, self.text()).width() + self._around()
        width = min(natural, _WIDEST_LINE)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text wrapped into `width`, measured as it is painted."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        room = width - self._around() + 1
        height = wrapped_height(self.text() or " ", self.font(), room, self.layoutDirection())
        margins = self.contentsMargins()
        return height + margins.top() + margins.bottom() + self.margin() * 2

    def minimumSizeHint(self) -> QSize:
        """Return the size of the longest word: narrower than that would cut it."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        # Only at spaces that may break: an amount and its unit are held together by one that may not.
        words = self.text().replace("\n", " ").split(" ")
        metrics = self.fontMetrics()
        width = (
            min(max(metrics.size(_ONE_LINE, word).width() for word in words), _WIDEST_LINE) + self._around()
        )
        return QSize(width, metrics.height() + self.margin() * 2)

    def changeEvent(self, event: QEvent) -> None:
        """Change sides with the reading direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.set_alignment(self._alignment)

    def copy_selected(self) -> None:
        """Put what is selected on the clipboard, without the marks of direction that Qt would copy along."""
        if self.hasSelectedText():
            QGuiApplication.clipboard().setText(without_invisible(self.selectedText()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on the copy keys."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            self.copy_selected()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy what is selected; Qt's own menu would copy what cannot be seen too."""
        if not self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(QCoreApplication.translate("CopyLabel", "Copy"), self.copy_selected)
        copy.setEnabled(self.hasSelectedText())
        menu.popup(event.globalPos())

    def _around(self) -> int:
        # One pixel more: a line as wide as its label would wrap by rounding.
        margins = self.contentsMargins()
        return margins.left() + margins.right() + self.margin() * 2 + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text in the direction of the screen, or of its own first letter if it is a person's."""
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(_color_of(self._tone))
        painter.setFont(self.font())
        direction = self.layoutDirection()
        if self._content == "auto":
            direction = _direction_of(self.text()) or direction
        paint_wrapped(
            painter,
            QRectF(self.contentsRect()),
            self.text(),
            direction=direction,
            alignment=self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask,
        )


class AmountLabel(QWidget):
    """A large amount with its unit smaller behind it, on one base line; read out as one."""

    def __init__(self, parent: QWidget | None = None, *, points: float = AMOUNT_POINTS) -> None:
        """Make it empty; `points` is the size of the number."""
        super().__init__(parent)
        self._shown: tuple[str, str] | None = None
        self._format: LocaleFormat | None = None
        self._alignment = "leading"
        self._tone = "text"
        self._points = points
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def set_amount(self, amount: str, unit_code: str) -> None:
        """Show the exact decimal text `amount` ("1250.5") of `unit_code`.

        Raises:
            ValueError: as `LocaleFormat.amount`.
        """
        self._shown = (amount, unit_code)
        self._describe()

    def set_locale_format(self, fmt: LocaleFormat) -> None:
        """Write with `fmt` instead of the application's."""
        self._format = fmt
        self._describe()

    def set_alignment(self, alignment: str) -> None:
        """Align to "leading", "center" or "trailing"."""
        self._alignment = alignment
        self.update()

    def set_points(self, points: float) -> None:
        """Write the number in another size."""
        self._points = points
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: str) -> None:
        """Take another tone of the theme."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of number and unit; the height is that of figures, which need less than letters."""
        height = round(QFontMetrics(amount_font(self._points)).height() * _FIGURES_SHARE)
        return QSize(self._width_at(self._points), height)

    def minimumSizeHint(self) -> QSize:
        """Return the size with everything as small as can still be read: an amount is never cut."""
        return QSize(self._width_at(min(self._points, BASE_POINTS)), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Write again in a new language, theme or direction."""
        self._describe()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint number and unit, in reading order."""
        number, unit = self._texts()
        painter = QPainter(self)
        painter.setPen(_color_of(self._tone))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        points = self._fitting_points()
        number_font, unit_font, gap = _amount_fonts(points)
        room = self.width() - self._width_at(points)
        start = {"leading": 0, "center": room // 2, "trailing": room}[self._alignment]
        base = (self.height() + QFontMetrics(number_font).capHeight()) // 2
        for text, used in ((number, number_font), (unit, unit_font)):
            width = QFontMetrics(used).horizontalAdvance(text)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            painter.setFont(used)
            painter.drawText(QPoint(self.width() - start - width if rtl else start, base), text)
            start += width + gap

    def _fitting_points(self) -> float:
        """Return the size at which everything fits: the wanted one, or as much smaller as it takes."""
        points = self._points
        while points > BASE_POINTS and self._width_at(points) > self.width():
            points -= 1
        return points

    def _width_at(self, points: float) -> int:
        number, unit = self._texts()
        number_font, unit_font, gap = _amount_fonts(points)
        width = QFontMetrics(number_font).horizontalAdvance(number)
        width += gap + QFontMetrics(unit_font).horizontalAdvance(unit) if unit else 0
        return width + 2

    def _texts(self) -> tuple[str, str]:
        if self._shown is None:
            return "", ""
        fmt = self._format or current_locale_format()
        return fmt.amount(self._shown[0]), fmt.unit(self._shown[1])

    def _describe(self) -> None:
        self.setAccessibleName(" ".join(filter(None, self._texts())))
        self.updateGeometry()
        self.update()


def _amount_fonts(points: float) -> tuple[QFont, QFont, int]:
    """Return the font of the number, that of its unit, and the gap between them.

    Nothing stands below such a number, so its figures are not held apart to be equally wide: groups stay together.
    """
    # Figures of their own widths: it stands alone and does not change while it is looked at, and with equal ones the
    # narrow Persian one and the dot that is Arabic's nought leave holes. What is typed, counts or stands in a column
    # has equal ones.
    unit_font = font(max(BASE_POINTS, points / 2), QFont.Weight.DemiBold)
    return font(points, QFont.Weight.DemiBold), unit_font, round(points / 4.4)


def _color_of(tone: str) -> QColor:
    theme = current_theme()
    return QColor(theme.muted_text if tone == "muted" else getattr(theme, tone))


def _direction_of(text: str) -> Qt.LayoutDirection | None:
    """Return the direction of the first letter of `text`, or None if it has none; what is isolated does not count."""
    depth = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif kind == "L":
            return Qt.LayoutDirection.LeftToRight
        elif kind in {"R", "AL"}:
            return Qt.LayoutDirection.RightToLeft
    return None
