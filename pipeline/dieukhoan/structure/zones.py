"""Which lines are letterhead, signatures or stamps, and which hold units.

The parts of a document (quốc hiệu, số, địa danh, tên loại, căn cứ, nội dung, chức vụ và chữ ký, nơi nhận) are those
of Nghị định 30/2020/NĐ-CP, phụ lục I; phụ lục and mẫu số may bring a letterhead and signatures of their own.
"""

from __future__ import annotations

from dieukhoan.structure.annexes import ANNEXES, mark_letterhead, starts_annex
from dieukhoan.structure.marks import WORDS, Mark
from dieukhoan.structure.sheet import LETTERHEAD, SIGNING, TITLE, Sheet
from dieukhoan.structure.tables import Table, flattened_table, real_table


class Zoner:
    """Walks down a sheet and sets the kind of every row."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows = sheet.rows
        self.kinds = sheet.kinds
        self._numbered = False
        self._subject_end = 0
        self._appended = False
        self._last_row: Mark | None = None

    def run(self) -> None:
        """Set all kinds; ``segments`` of the sheet gets the index of the first body row after each title."""
        at = self._front(0)
        closing = False
        while at < len(self.rows):
            if closing:
                at, closing = self._in_closing(at)
            else:
                at, closing = self._in_body(at)
        self._signatures_without_cue()

    # --- letterhead and title -----------------------------------------------------------------------------------

    def _front(self, at: int) -> int:
        first = at
        typed = address = False
        self._subject_end = at
        while at < len(self.rows):
            cue = self.sheet.cue(at)
            if self._ends_front(at, cue, first=at - first < 3, typed=typed, address=address):
                break
            self.kinds[at] = "note" if cue == "stamp" else "title"
            if cue == "type":
                typed, self._subject_end = True, self._block_end(at)
            address = cue == "address" or (address and self.sheet.style(at) == "bullet")
            at += 1
        if at == len(self.rows):
            at = self._front_without_text(first)
        if not self._appended or (typed and self._begins_anew(at)):
            self.sheet.segments.add(at)
            self._numbered = self._appended = False
        return at

    def _begins_anew(self, at: int) -> bool:
        """Behind a phụ lục, a quy chế is a text of its own, but "BÁO CÁO" is one more form of the phụ lục."""
        if at >= len(self.rows):
            return False
        marks = self.sheet.marks[at]
        counts = bool(marks) and marks[0].style in ("part", "chapter", "article") and marks[0].value == (1,)
        return counts or self.sheet.opens(at) == "recital"

    def _front_without_text(self, first: int) -> int:
        """Where nothing told the text from the title, it begins after the last line that only a title has."""
        at = len(self.rows)
        first = max(first, self._subject_end)
        while at > first and self.sheet.cue(at - 1) not in TITLE:
            at -= 1
            self.kinds[at] = "body"
        return at

    def _ends_front(self, at: int, cue: str, *, first: bool, typed: bool, address: bool) -> bool:
        style = self.sheet.style(at)
        if cue in TITLE or cue == "stamp" or (first and style in ANNEXES):
            return False
        if style in WORDS:
            return True
        if ((not style or not typed) and self._title_goes_on(at)) or self._is_subject(at):
            return False
        if style == "bullet" and self.sheet.opens(at) != "recital":
            return not address and (typed or not self.rows[at].open)
        if style and style != "bullet":
            return typed or self.sheet.marks[at][0].value[-1] == 1
        return self._begins_text(at, typed=typed)

    def _begins_text(self, at: int, *, typed: bool) -> bool:
        """Whether an unmarked line is a căn cứ or a sentence, and so no line of the title."""
        row, opens = self.rows[at], self.sheet.opens(at)
        long = row.end - row.start
        if opens == "recital" or (opens == "contract" and (typed or not row.open)):
            return True
        if opens == "grounds" and (long > 80 or not row.open or self._wrapped(at)):
            return True
        if not row.open and row.first != "(" and long >= (25 if typed and row.last == ":" else 50):
            return not row.text.isupper()  # "LIÊN MINH HỢP TÁC XÃ TỈNH ……… - HỘI NÔNG DÂN TỈNH ………"
        return typed and long >= 120 and row.gap

    def _wrapped(self, at: int) -> bool:
        """Whether a short line begins a paragraph of several lines that ends in a colon or semicolon: a preamble that
        was broken at the margin."""
        if not self.rows[at].gap:
            return False
        end = at + 1
        while end < len(self.rows) and not self.rows[end].gap and self.rows[end - 1].open:
            end += 1
        return end - at > 1 and self.rows[end - 1].last in ":;"

    def _title_goes_on(self, at: int) -> bool:
        """Whether "(Ban hành kèm theo …)", the type of the document or a rule is still to come right below."""
        for index in range(at + 1, min(at + 3, len(self.rows))):
            if self.sheet.marks[index] or self.sheet.opens(index) == "recital":
                return False
            cue = self.sheet.cue(index)
            if cue in ("attached", "type", "motto", "nation") or (cue == "rule" and index == at + 1):
                return True
        return False

    def _block_end(self, at: int) -> int:
        """The index after the lines that stand without a blank line below the type of the document."""
        end = at + 1
        while end < len(self.rows) and not self.rows[end].gap and end - at < 8:
            end += 1
        return end

    def _is_subject(self, at: int) -> bool:
        """The lines under the type of the document say what it is about, even where one ends in a full stop; "Thực hiện
        bảo hiểm y tế học sinh" opens as grounds do, which do not end without a stop right below the type."""
        row, above, opens = self.rows[at], self.sheet.cue(at - 1), self.sheet.opens(at)
        named = not opens or (opens == "grounds" and above == "type" and row.open)
        if at >= self._subject_end or row.last == ":" or not named:
            return False
        marks = self.sheet.marks[at]
        if marks:
            return marks[0].close == "()"
        return row.end - row.start < (400 if above == "type" else 120)

    # --- body -----------------------------------------------------------------------------------------------------

    def _in_body(self, at: int) -> tuple[int, bool]:
        sheet, row = self.sheet, self.rows[at]
        style = sheet.style(at)
        if style in ANNEXES:
            return self._annex(at), False
        if style and style != "bullet":
            self._numbered = True
        cue = "" if style else sheet.cue(at)
        if row.line.cell is not None and cue not in SIGNING and cue not in LETTERHEAD:
            return self._table(real_table(self.rows, at, self._last_row)), False
        if cue in ("stamp", "rule", "file", "table_line"):
            self.kinds[at] = "note"
        elif cue == "table_head":
            return self._table(flattened_table(self.rows, at, sheet.style, sheet.cue)), False
        elif self._new_title(at, cue, closing=False):
            return self._title_again(at), False
        elif self._signs(at, cue):
            self._close(at)
            return at + 1, True
        return at + 1, False

    def _annex(self, at: int) -> int:
        if self.sheet.cue(at) == "file":  # "Phụ lục - TT 15.docx" names a file; the articles behind it are no annex
            self.sheet.marks[at], self.kinds[at] = (), "note"
            return at + 1
        if not starts_annex(self.sheet, at):
            self.sheet.marks[at] = ()
            return at + 1
        self._numbered = self._appended = True
        return mark_letterhead(self.sheet, at)

    def _table(self, table: Table) -> int:
        for index, kind in table.kinds.items():
            self.kinds[index] = kind
        self.sheet.row_marks.update(table.marks)
        self._last_row = next(reversed(table.marks.values()), self._last_row)
        self._numbered = self._numbered or bool(table.marks)
        return table.end

    def _signs(self, at: int, cue: str) -> bool:
        if cue == "signer":
            return self._numbered and not any(
                self.sheet.numbered(index) for index in range(at, min(at + 20, len(self.rows)))
            )
        return cue in ("recipients", "capacity") or (cue in SIGNING and self._numbered)

    def _close(self, at: int) -> None:
        """Begin the signatures at a row, with the body or the side ("Đại diện bên A", "Chức vụ") right above it."""
        self.kinds[at] = "closing"
        above = at - 1
        while above >= 0 and self.kinds[above] == "body" and not self.sheet.marks[above]:
            row = self.rows[above]
            headed = above and self.sheet.style(above - 1) in WORDS
            signing = row.upper or self.sheet.opens(above) == "party" or row.text.strip().lower() == "chức vụ"
            if not signing or not row.open or row.end - row.start > 90 or headed:
                break
            self.kinds[above] = "closing"
            above -= 1

    def _in_closing(self, at: int) -> tuple[int, bool]:
        style, cue = self.sheet.style(at), self.sheet.cue(at)
        if style == "article" and self.sheet.marks[at][0].value == (1,):
            return self._title_again(at), False
        if style in WORDS or cue == "remark":
            return at, False
        if self._new_title(at, cue, closing=True):
            return self._title_again(at), False
        self.kinds[at] = "note" if cue == "stamp" else "closing"
        return at + 1, True

    def _new_title(self, at: int, cue: str, *, closing: bool) -> bool:
        """Another document begins: an annexed quy chế with its own title, or the second text of a file."""
        if cue == "nation" or (closing and (cue == "attached" or self.sheet.opens(at) == "recital")):
            return True
        if cue != "type":
            return False
        below = range(at + 1, min(at + 7, len(self.rows)))
        return closing or any(self.sheet.cue(index) == "attached" for index in below)

    def _title_again(self, at: int) -> int:
        above = at - 1
        while above >= 0 and self.kinds[above] in ("body", "closing") and not self.sheet.marks[above]:
            cue = self.sheet.cue(above)
            if not (self.rows[above].upper or cue in LETTERHEAD) or cue in SIGNING or not self.rows[above].open:
                break
            self.kinds[above] = "title"
            above -= 1
        return self._front(at)

    # --- signatures that no cue announces -----------------------------------------------------------------------------

    def _signatures_without_cue(self) -> None:
        """The last short lines of the text ("Người lao động") after its last sentence."""
        last = len(self.rows) - 1
        first = last + 1
        while first > max(1, last - 12) and self._may_sign(first - 1):
            first -= 1
        while first <= last and not (self.rows[first].upper or self.sheet.opens(first) == "party"):
            first += 1
        if first <= last and self._numbered:
            for at in range(first, last + 1):
                self.kinds[at] = "closing"

    def _may_sign(self, at: int) -> bool:
        row = self.rows[at]
        if self.kinds[at] != "body" or self.sheet.marks[at] or not row.open or row.end - row.start > 80:
            return False
        return not any(char.isdigit() for char in row.text) or self.sheet.cue(at) == "place_date"
