"""What is wrong with a withdrawal as typed or read from a file, cell by cell, in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from cashier.domain.amount_text import AmountError, AmountProblem
from cashier.domain.iban import COUNTRY, IbanProblem, bank_of
from cashier.domain.money import RIAL, TOMAN
from cashier.services.batch_cells import CellDamage, Column
from cashier.services.batch_rows import RowDoubt, RowFault, RowProblem, RowWarning
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import amount_message


class RowProblemWords(QObject):
    """Says it in the language of the moment.

    An object of Qt's, because lupdate sees that a text has plural forms only in a call of `tr` on one.
    """

    def problem(self, problem: RowProblem) -> str:
        """Return why a cell cannot be sent as it is, as a whole sentence."""
        kind = problem.kind
        if isinstance(kind, IbanProblem):
            return self.iban_problem(kind, off_by=problem.off_by)
        if isinstance(kind, AmountProblem):
            return amount_message(AmountError(kind), current_locale_format())
        if isinstance(kind, CellDamage):
            return self._damage(kind)
        return self._fault(problem, kind)

    def iban_problem(self, problem: IbanProblem, *, off_by: int = 0) -> str:
        """Return what is wrong with an IBAN; `off_by` is how many digits it lacks or has too many."""
        fmt = current_locale_format()
        if problem is IbanProblem.TOO_SHORT:
            return fmt.digits(self.tr("%n digit(s) are missing from this IBAN.", "", off_by))
        if problem is IbanProblem.TOO_LONG:
            return fmt.digits(self.tr("This IBAN has %n digit(s) too many.", "", off_by))
        country = fmt.isolate_ltr(COUNTRY)
        return {
            IbanProblem.EMPTY: self.tr("Type the IBAN."),
            IbanProblem.NOT_IRANIAN: self.tr(
                "This IBAN is not Iranian. Only one that begins with {country} can be paid to."
            ),
            IbanProblem.BAD_CHARACTER: self.tr(
                "An IBAN has only digits after {country}. Something else is in it."
            ),
            IbanProblem.WRONG_CHECK_DIGITS: self.tr(
                "This IBAN is not right: its digits do not fit together. Check each of them."
            ),
        }[problem].format(country=country)

    def doubt(self, warning: RowWarning) -> str:
        """Return why a row should be looked at twice, as a whole sentence."""
        if warning.doubt is RowDoubt.UNKNOWN_BANK:
            return self.unknown_bank()
        other = current_locale_format().number(warning.other or 0)
        return self.tr("Row {number} has the same IBAN and amount.").format(number=other)

    def unknown_bank(self) -> str:
        """Return the warning about an IBAN whose bank is not among the known ones."""
        return self.tr("The bank of this IBAN is not known. Look twice before you send.")

    def bank(self, iban: str) -> str:
        """Return the name of an IBAN's bank; empty if it is not known."""
        bank = bank_of(iban)
        return QCoreApplication.translate("Bank", bank.name) if bank is not None else ""

    def column(self, column: Column) -> str:
        """Return a column's name."""
        return {
            Column.IBAN: self.tr("IBAN"),
            Column.HOLDER: self.tr("Account holder"),
            Column.AMOUNT: self.tr("Amount"),
            Column.NOTE: self.tr("Note"),
            Column.PAY_ID: self.tr("Deposit identifier"),
        }[column]

    def _fault(self, problem: RowProblem, kind: RowFault) -> str:
        fmt = current_locale_format()
        if kind is RowFault.TOO_LONG:
            return fmt.digits(self.tr("This is too long; %n character(s) at most.", "", problem.longest))
        if kind is RowFault.OVER_LIMIT and problem.limit is not None:
            return self.over_limit(problem)
        return {
            RowFault.EXAMPLE_ROW: self.tr("This is the example of the template. Take the row out."),
            RowFault.OVER_LIMIT: self.tr("This is more than one withdrawal of this account may be."),
            RowFault.NOT_WHOLE_FOR_PROVIDER: self.tr(
                "This provider counts in toman: the last digit of an amount in rial must be zero."
            ),
            RowFault.HOLDER_EMPTY: self.tr("Type the first and last name of the account holder."),
            RowFault.HOLDER_ONE_WORD: self.tr("Both names are needed: first name and last name."),
            RowFault.FORMULA: self.tr(
                "This begins like a formula of a spreadsheet. Take the first character away."
            ),
            RowFault.PAY_ID_NOT_DIGITS: self.tr("A deposit identifier has only digits."),
            RowFault.PAY_ID_NOT_TAKEN: self.tr("This provider takes no deposit identifier. Leave it empty."),
        }[kind]

    def over_limit(self, problem: RowProblem) -> str:
        """Return the most that one withdrawal may be, in rial and in toman where that is whole."""
        limit, fmt = problem.limit, current_locale_format()
        if limit is None:
            raise ValueError("there is no limit to speak of")
        rial = limit.to(RIAL)
        sentence = self.tr("One withdrawal of this account may be {rial} at most.")
        text = sentence.format(rial=isolate(fmt.amount_with_unit(rial.text, rial.code)))
        if rial.amount % 10:
            return text
        toman = rial.to(TOMAN)
        return f"{text} ({isolate(fmt.amount_with_unit(toman.text, toman.code))})"

    def _damage(self, damage: CellDamage) -> str:
        return {
            CellDamage.NUMBER_FOR_IBAN: self.tr(
                "The spreadsheet made a number of this IBAN and lost digits. Type it again, as text."
            ),
            CellDamage.INEXACT_NUMBER: self.tr(
                "This number has more digits than a spreadsheet keeps. Type it again."
            ),
            CellDamage.NOT_WHOLE_NUMBER: self.tr("This is a fraction where a whole number belongs."),
            CellDamage.DATE: self.tr("The spreadsheet made a date of this. Type it again."),
            CellDamage.ERROR_VALUE: self.tr(
                "The spreadsheet shows an error in this cell. Type what belongs here."
            ),
            CellDamage.NOT_COMPUTED: self.tr(
                "This is a formula without its result. Open the file in a spreadsheet and save it again."
            ),
            CellDamage.SPLIT_AMOUNT: self.tr(
                "The commas in this amount cut it into several cells. Type the amount again."
            ),
            CellDamage.EXTRA_CELLS: self.tr("This row has more cells than there are columns."),
        }[damage]
