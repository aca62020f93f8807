import type { GradeRow, DocumentTerm } from './repo-grades.ts';
import { drawFacts, drawTable, leastRowHeight, rowHeight, tableHead, type Row } from './draw-table.ts';
import { bodyBottom, drawHead, drawSignatures, roomFor, signatureHeight, type Frame } from './letterhead.ts';
import { innerWidth, ink, sheet } from './page.ts';
import { write, type Paper } from './paper.ts';
import type { AbsenceHours } from './rules-absences.ts';
import { listDate, type DocumentLanguage } from './rules-class-list.ts';
import { bandWord, gpaOf, meanOf, writeNumber, type DocumentScale } from './rules-figures.ts';
import { nameIn, type Stay, type Subject } from './rules-prose.ts';
import { documentWords, writeLevel } from './rules-words.ts';

/** What a report card is made of: grades of one year, for the terms that are shown. */
export interface ReportCard {
  subject: Subject; stay: Stay; term: DocumentTerm | null; terms: readonly DocumentTerm[]; grades: readonly GradeRow[];
  absences: AbsenceHours | null; rank: { rank: number; of: number } | null;
}

/** Who a document is about, as its head shows. */
export function subjectFacts(language: DocumentLanguage, subject: Subject, stay: Stay): [string, string][] {
  const words = documentWords(language);
  return [
    [words.family, nameIn(language, subject.familyEl, subject.familyLatin)], [words.given, nameIn(language, subject.givenEl, subject.givenLatin)],
    [words.father, nameIn(language, subject.fatherEl)], [words.mother, nameIn(language, subject.motherEl)],
    [words.number, subject.studentNo], [words.birth, listDate(subject.birthDate, language)],
    [words.level, writeLevel(stay.level, language)], [words.division, stay.division ?? ''],
  ];
}

interface CourseLine { titleEl: string; titleEn: string; byTerm: Map<string, GradeRow> }

/** A course's grades of the year in one line; where two sections of a course were graded in a term, the later grade stands. */
function linesOf(grades: readonly GradeRow[]): CourseLine[] {
  const lines = new Map<string, CourseLine>();
  for (const grade of grades) {
    let line = lines.get(grade.courseId);
    if (!line) lines.set(grade.courseId, (line = { titleEl: grade.titleEl, titleEn: grade.titleEn, byTerm: new Map() }));
    line.byTerm.set(grade.termId, grade);
  }
  return [...lines.values()];
}

/** The grades of a term as they count: one for each course. */
const gradesOf = (lines: readonly CourseLine[], termId: string): GradeRow[] => lines.flatMap(({ byTerm }) => byTerm.get(termId) ?? []);

/** The mean that a report card shows last, as printed; null where there is none. It is also signed into the code. */
export function lastMean(card: ReportCard, language: DocumentLanguage): string | null {
  const last = card.terms.at(-1);
  const mean = last && meanOf(gradesOf(linesOf(card.grades), last.id));
  return mean ? writeNumber(mean.value, language) : null;
}

/** Draws a report card up to its signatures. */
export function drawReportCard(paper: Paper, frame: Frame, serial: string, card: ReportCard, scales: ReadonlyMap<string, DocumentScale>): void {
  const { language, template } = frame;
  const words = documentWords(language);
  const termName = (term: DocumentTerm) => (language === 'el' ? term.nameEl : term.nameEn);
  let y = drawHead(paper, frame, serial, card.term ? termName(card.term) : '');
  y = drawFacts(paper, y - 6, subjectFacts(language, card.subject, card.stay)) + 10;
  const lines = linesOf(card.grades);
  const last = card.terms.at(-1);
  const number = (value: number) => writeNumber(value, language);
  const rows = lines.map((line): Row => {
    const latest = last && line.byTerm.get(last.id);
    return { cells: [
      language === 'el' ? line.titleEl : line.titleEn, ...card.terms.map(({ id }) => { const grade = line.byTerm.get(id); return grade ? number(grade.value) : '–'; }),
      latest ? bandWord(scales.get(latest.scaleId), latest.value, language) : '',
    ] };
  });
  const means = template.showMean ? card.terms.map(({ id }) => meanOf(gradesOf(lines, id))) : [];
  const mean = means.at(-1);
  if (means.some((each) => each !== null)) {
    rows.push({ cells: [words.mean, ...means.map((each) => (each ? number(each.value) : '–')), mean ? bandWord(scales.get(mean.scaleId), mean.value, language) : ''], strong: true });
  }
  const notes: [string, string][] = [];
  if (template.showAbsences && card.absences) {
    const { excused, unexcused } = card.absences;
    notes.push([words.absences, `${number(excused + unexcused)} (${words.excused} ${number(excused)}, ${words.unexcused} ${number(unexcused)})`]);
  }
  const gpa = template.showMean && last && !mean ? gpaOf(gradesOf(lines, last.id), scales) : null;
  if (gpa !== null) notes.push([words.gpa, writeNumber(gpa, language, 2)]);
  if (template.showRank && card.rank) notes.push([words.rank, `${card.rank.rank} ${words.of} ${card.rank.of}`]);
  if (template.showConduct) notes.push([words.conduct, '']);
  // Everything down to the signatures belongs on one page, if it can be read there.
  const below = 18 + notes.length * 17 + (template.closingEl || template.closingEn ? 45 : 0) + 24 + signatureHeight;
  const height = Math.min(rowHeight, Math.max(leastRowHeight, (bodyBottom - y - tableHead - below) / rows.length));
  const termPart = Math.max(10, Math.min(16, 48 / card.terms.length));
  y = drawTable(paper, y, [
    { head: words.course, part: 44, align: 'left' }, ...card.terms.map((term) => ({ head: termName(term), part: termPart, align: 'center' as const })), { head: words.word, part: 20, align: 'left' },
  ], rows, height) + 18;
  for (const [name, value] of notes) {
    y = roomFor(paper, y, 18);
    write(paper, `${name}:`, sheet.left + 6, y, { size: 9.4, color: ink.faint, width: 150 });
    if (value) write(paper, value, sheet.left + 156, y, { size: 9.4, face: 'strong', width: innerWidth - 160 });
    else paper.line(sheet.left + 156, y + 2, sheet.left + 330, y + 2, 0.5, ink.line);
    y += 17;
  }
  drawSignatures(paper, frame, y + 4, true);
}
