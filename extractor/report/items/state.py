"""Where the reading of a section stands: what governs, which lists are open, what was taken."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from extractor.report.items import bounds, cues, generic, naming
from extractor.report.items.clauses import Clause
from extractor.report.items.compact import Compact
from extractor.report.items.drafts import Draft, Frame, Lead, Mode
from extractor.report.items.labels import announced, label_of
from extractor.report.items.several import lacks
from extractor.report.items.told_apart import told_apart
from extractor.report.items.voice import Voice

_STILL_TO_COME = re.compile("[时期]限：[^；，]*(?:前|底|长期|持续)|底?前完成")

_MEETS_ABOVE = re.compile(
    r"(?:针对|对于?|围绕|为(?:切实|有效)?解决)(?:上述|以上|这些|存在)(?!情况)"
)
# 主要不足有三：
_COUNTED_BEFORE = 24
_MEASURES_BELOW = re.compile(
    rf"{cues.NEXT}|{cues.DATED}，?{cues.SELF}?(?:将|拟|计划)|{_MEETS_ABOVE.pattern}"
)


class State:
    """The reading of one section."""

    def __init__(
        self,
        text: Compact,
        found: list[Clause],
        lead: Lead,
        year: int | None,
        strict: bool,
        voice: Voice,
    ) -> None:
        self.text = text
        self.voice = voice
        self.clauses = found
        self.first_of_line: dict[int, Clause] = {}
        for clause in found:
            self.first_of_line.setdefault(clause.line, clause)
        self.year = year
        self.strict = strict
        """Nothing counts before a lead has announced it."""
        self.lead = lead
        self.default = lead.done
        """What the section's heading says of its measures (改进情况: done)."""
        self.above = lead
        """What the nearest heading announces."""
        self.lead_sentence = -1
        """The sentence that the lead stands in: what follows in it is what it announced."""
        self.frames: list[Frame] = []
        self.fresh = True
        """A lead was read and no list has taken it up yet."""
        self.spent = False
        """Prose has taken up the last lead: the list in which it stood goes on as it was."""
        self.labelled = False
        """The last lead was a label (改进：), which holds for what stands behind it."""
        self.inner: str | None = None
        """The marks of the last lead's own list (2.改进措施): it holds no further than that."""
        self.about = ""
        """The title above what is read (更新慢的改进): it says what a measure is about."""
        self.inside = False
        """The last mark's item goes on: what follows explains it until something says else."""
        self.drafts: list[Draft] = []
        self.problems = 0
        """How many of the drafts are problems."""
        self.group = 0
        self.near: tuple[int, ...] = ()
        self.headed: int | None = None
        """The line of a marked head (3.平台建设方面。): its first sentence names the problem."""
        self.heads: set[str] = set()
        """What such heads were: the measures may be told under the same ones."""
        self.cause: Clause | None = None
        """The label of causes that are being told."""
        self.cause_style: str | None = None
        """The marks of their own list."""
        self.labelled_singly = False
        """Every problem has its own label (1.问题：…措施：…；2.问题：…)."""
        self.single: int | None = None
        """How many drafts there were at such a label; None elsewhere."""
        self.since: list[int] = []
        """Problems since the last measure."""
        self.aside: list[int] = []
        """Those of them that stood under titles of their own, and were not met there."""

    # -- looking ------------------------------------------------------------------------------

    def words(self, clause: Clause) -> str:
        return self.text.text[clause.start : clause.end]

    def shadow(self, clause: Clause) -> str:
        """The words with what is enclosed hidden: quoted lacks and deeds are not the clause's."""
        return self.text.shadow[clause.start : clause.end]

    def heard(self, clause: Clause) -> float | None:
        """How sure the classifier is of a problem (positive) or a measure (negative)."""
        if clause.end <= clause.start:
            return None
        return self.voice.at(self.text.offsets[clause.start])

    def line_of(self, draft: Draft) -> int:
        """The line in which a draft stands."""
        place = bisect_right(self.text.lines, (draft.start, len(self.text.text))) - 1
        return max(place, 0)

    def following(self, index: int) -> Clause | None:
        return self.clauses[index + 1] if index + 1 < len(self.clauses) else None

    def opens(self, clause: Clause) -> bool:
        """Whether a sentence or line begins with the clause."""
        return clause.opens_line or self.text.text[clause.start - 1] in "。；！？：】"

    def goes_on(self, index: int, frame: Frame) -> bool:
        """Whether the list's next item still comes, before another list of its style begins."""
        begun = set()
        for clause in self.clauses[index + 1 :]:
            if clause.mark and clause.mark.style == frame.style:
                return clause.mark.number != 1 or frame.number == 0
            if clause.mark and clause.mark.number == 1:
                begun.add(clause.mark.style)  # 下一步，一要…；二要…；三要… counts for itself
            follows = clause.mark and frame.number and clause.mark.number == frame.number + 1
            if follows and clause.mark and clause.mark.style not in begun:
                return True
        return False

    def belongs_to_item(self, index: int) -> bool:
        """Whether a measure here is the present problem's own, for the list goes on behind it."""
        if not self.frames or not self.frames[-1].named or self.frames[-1].lead.mode == "measure":
            return False
        frame, following = self.frames[-1], self.following(index)
        if following and following.mark and following.mark.style == frame.style:
            return False  # 改进：1.… — the measures' own list
        return self.goes_on(index, frame) or frame.inline > 0

    def meets_in_blocks(self, index: int) -> bool:
        """Whether no heading or paragraph of measures follows: each problem is met where told."""
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.inline > 0:
            return True
        style = frame.style if frame is not None else ""
        marked = (c for c in self.clauses[: index + 1] if c.mark and c.mark.style == style)
        titled = all(clause.stop == "\n" for clause in marked) and bool(style)
        behind = range(index + 1, len(self.clauses))
        return not any(self._begins_measures(place, titled) for place in behind)

    def _begins_measures(self, index: int, titled: bool) -> bool:
        """改进措施：, 针对以上问题，…, or a paragraph that begins with 下一步.

        `titled`: each problem stands on a line above its own paragraphs.
        """
        clause, following = self.clauses[index], self.following(index)
        words = self.words(clause)
        if clause.paired is not None:
            return clause.paired.side == "measure"
        label = label_of(words, self.year) if words else None
        if label is not None:
            return label.sort in ("measure", "both")
        if clause.mark is not None or not clause.opens_line:
            return False
        if titled and not (following and following.mark and following.mark.number == 1):
            return bool(_MEETS_ABOVE.match(words))
        return bool(_MEASURES_BELOW.match(words))

    # -- governing ----------------------------------------------------------------------------

    def govern(self, lead: Lead, sentence: int) -> None:
        """From here on the lead holds for prose and for the next list."""
        self.lead = lead
        self.fresh = True
        self.spent = self.labelled = False
        self.inner, self.about = None, ""
        self.inside = False
        self.lead_sentence = sentence
        self.single = None
        self.new_group()

    def behind_past(self, lead: Lead) -> Lead:
        """What is told behind last year's problems, if not as planned, is how they were met."""
        if self.lead.mode == "past" and lead.mode == "measure" and lead.done is not False:
            return replace(lead, done=True, redress=True)
        return lead

    def inline(self, lead: Lead) -> None:
        """A measure that stands within its problem's item."""
        self.frames[-1].inline += 1
        self.lead = lead
        self.inside = self.spent = self.labelled = False
        self.new_group()

    def drop_background(self) -> None:
        """我局成立不久，底子薄。主要问题有两个：… — what stands in front is none of the two."""
        while self.drafts and self.drafts[-1].kind == "problem":
            if self.drafts[-1].lead.mode != "open" or self.drafts[-1].number is not None:
                break
            self.drafts.pop()
            self.problems -= 1
            if self.since:
                self.since.pop()

    def leave_item(self, index: int) -> None:
        if self.belongs_to_item(index):
            self.frames[-1].inline += 1
        self.inside = False

    def under_heading(self, lead: Lead) -> Lead:
        """A label's year may stand in the heading above it (2024年的整改)."""
        if lead.year is None and lead.mode == "measure" and lead.done == self.above.done:
            return replace(lead, year=self.above.year)
        return lead

    def new_group(self) -> None:
        """Measures from here on belong together and answer the problems told before them."""
        self.group += 1
        self.near = tuple(self.since) or tuple(range(self.problems))

    # -- recording ----------------------------------------------------------------------------

    def record_measure(self, clause: Clause, start: int) -> None:
        number = clause.mark.number if clause.mark else None
        marked = clause.mark is not None
        lead = self.lead
        if clause.mark and self.text.text[: clause.mark.end].endswith("要"):
            lead = replace(lead, done=False, weak=False)  # 一要…；二要… is still to be done
        columns = bounds.columns_behind(self.text.text[start : clause.end])
        if columns and _STILL_TO_COME.search(columns.group()):
            lead = replace(lead, done=False, weak=False)
        self._add(
            Draft(
                "measure",
                start,
                start + columns.start() if columns else clause.end,
                clause.sentence,
                lead,
                number=number,
                marked=marked,
                about=self.about,
                opens_line=clause.opens_line,
            )
        )

    def record_problem(self, clause: Clause, start: int, led: bool = False) -> None:
        """A problem or several, and the measure that the sentence may go on with."""
        number = clause.mark.number if clause.mark else None
        until = clause.end - bounds.trails_off(self.text.shadow[start : clause.end])
        end = bounds.problem_end(self.text.shadow[start:until]) + start
        met = bounds.met_within(self.text.text[start:end])
        within = (start + met.start("told"), start + met.end("told")) if met else None
        end = start + met.start() if met else end
        found = [(start, end)]
        if clause.mark is None and self.single is None:
            shadow = self.text.shadow[start:end]
            found = [(start + first, start + last) for first, last in lacks(shadow, led)]
            if len(found) == 1 and not self.problems and clause.stop in ("。", "\n"):
                words, later = self.text.text[start:end], self._text_behind(clause)
                before = self.text.text[max(0, start - _COUNTED_BEFORE) : start]
                apart = told_apart(shadow, words, before, later, led)
                found = [(start + first, start + last) for first, last in apart] or found
        for first, last in found:
            self._add(Draft("problem", first, last, clause.sentence, self.lead, number=number))
        if met and within:
            done = met["met"].startswith("已") if met["met"] else bool(met["how"]) or None
            self._met_within(clause, *within, done)
        elif end < until:
            said = self.text.text[end + 1 : clause.end]
            behind = naming.measure_is(said)
            done = announced(said[:behind], self.year)[0] if behind else None
            kept, self.lead = self.lead, Lead("measure", done, weak=behind > 0)
            self.new_group()
            end += behind
            # …，下一步将逐一改进，一是…: what it announces follows.
            if clause.stop or not generic.is_generic_measure(said):
                self._add(Draft("measure", end + 1, clause.end, clause.sentence, self.lead))
            self.lead = kept

    def _text_behind(self, clause: Clause) -> str:
        """What follows the clause, line by line."""
        text = self.text.text
        return "\n".join(
            text[max(first, clause.end) : last]
            for first, last in self.text.lines
            if last > clause.end
        )

    def take_titled_lack(self, clause: Clause, mode: Mode) -> bool:
        """答复格式不一的问题及改进: the title names the lack within a frame."""
        found = naming.lack_in_title(self.words(clause))
        if found is None or mode == "measure":
            return False
        first, last = found
        self.record_problem(replace(clause, end=clause.start + last), clause.start + first)
        return True

    def _met_within(self, clause: Clause, start: int, end: int, done: bool | None) -> None:
        """…公布滞后（已整改：审批后7日内公布）"""
        self.new_group()
        self._add(Draft("measure", start, end, clause.sentence, Lead("measure", done)))

    def record_redress(self, clause: Clause) -> None:
        """What became of last year's problems answers none of this year's."""
        kept, self.lead = self.lead, Lead("measure", True, redress=True)
        self.new_group()
        self.record_measure(clause, clause.start)
        self.lead = kept
        self.new_group()

    def _add(self, draft: Draft) -> None:
        if draft.end <= draft.start:
            return
        if draft.kind == "problem":
            if not self.since:
                self.group += 1
            self.since.append(self.problems)
            self.problems += 1
        else:
            if self.since and not draft.lead.redress:
                self.near = tuple(self.since)
                self.since, self.aside = [], []
            draft.group, draft.near = self.group, self.near
        self.drafts.append(draft)
