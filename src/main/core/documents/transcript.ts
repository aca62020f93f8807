import type { GradeRow, TranscriptLine } from './repo-grades.ts';
import { drawFacts, drawTable, type Row } from './draw-table.ts';
import { drawHead, drawSignatures, roomFor, type Frame } from './letterhead.ts';
import { innerWidth, ink, sheet } from './page.ts';
import { write, type Paper } from './paper.ts';
import { subjectFacts } from './report-card.ts';
import { bandWord, gpaOf, meanOf, writeNumber, type DocumentScale } from './rules-figures.ts';
import type { Stay, Subject } from './rules-prose.ts';
import { gather, yearGrades, type YearGrade } from './rules-transcript.ts';
import { documentWords, writeLevel } from './rules-words.ts';

/** What a transcript is made of. */
export interface Transcript {
  subject: Subject; stay: Stay; grades: readonly GradeRow[]; lines: readonly TranscriptLine[]; levels: readonly { yearLabel: string; level: string }[];
}

/** The figures under a transcript, which are also signed into its code. */
export function transcriptTotals(data: Transcript, scales: ReadonlyMap<string, DocumentScale>): { mean: { value: number; scaleId: string } | null; credits: number; gpa: number | null; years: YearGrade[] } {
  const years = yearGrades(data.grades, data.lines, scales);
  const own = years.filter(({ value, scaleId, isExternal }) => value !== null && scaleId !== null && !isExternal)
    .map(({ value, scaleId, credits }) => ({ value: value ?? 0, scaleId: scaleId ?? '', credits }));
  return { mean: meanOf(own), gpa: gpaOf(own, scales), credits: years.reduce((sum, { passed, credits }) => sum + (passed ? credits ?? 0 : 0), 0), years };
}

/** Draws a transcript: each year's courses with credits and the year's grade, transferred work by its school, and the totals. */
export function drawTranscript(paper: Paper, frame: Frame, serial: string, data: Transcript, scales: ReadonlyMap<string, DocumentScale>): void {
  const { language, template } = frame;
  const words = documentWords(language);
  const number = (value: number, decimals = 1) => writeNumber(value, language, decimals);
  let y = drawHead(paper, frame, serial, '');
  y = drawFacts(paper, y - 6, subjectFacts(language, data.subject, data.stay)) + 12;
  const { mean, gpa, credits, years } = transcriptTotals(data, scales);
  const groups = gather(years, ({ yearLabel, schoolName, isExternal }) => `${yearLabel}\n${isExternal ? schoolName ?? words.external : ''}`);
  for (const [key, grades] of groups) {
    const [yearLabel = '', school = ''] = key.split('\n');
    const level = data.levels.findLast((each) => each.yearLabel === yearLabel)?.level;
    y = roomFor(paper, y, 80);
    const underWay = grades.some((grade) => grade.underWay) ? ` (${words.underWay})` : '';
    write(paper, [`${words.year} ${yearLabel}${underWay}`, level && !school ? `${words.level} ${writeLevel(level, language)}` : '', school && `${words.external}: ${school}`].filter(Boolean).join('  ·  '),
      sheet.left, y + 8, { face: 'strong', size: 10, width: innerWidth });
    const rows = grades.map((grade): Row => ({ cells: [
      language === 'el' ? grade.titleEl : grade.titleEn, grade.credits === null ? '' : number(grade.credits),
      grade.value === null ? (language === 'el' ? grade.gradeEl : grade.gradeEn) : number(grade.value),
      grade.value !== null && grade.scaleId !== null ? bandWord(scales.get(grade.scaleId), grade.value, language) : '',
    ] }));
    const yearMean = template.showMean ? meanOf(grades.flatMap(({ value, scaleId }) => (value === null || scaleId === null ? [] : [{ value, scaleId, credits: null }]))) : null;
    if (yearMean) rows.push({ cells: [words.mean, '', number(yearMean.value), bandWord(scales.get(yearMean.scaleId), yearMean.value, language)], strong: true });
    y = drawTable(paper, y + 16, [
      { head: words.course, part: 56, align: 'left' }, { head: words.credits, part: 10, align: 'center' }, { head: words.grade, part: 12, align: 'center' }, { head: words.word, part: 22, align: 'left' },
    ], rows) + 20;
  }
  const notes: [string, string][] = [[words.creditsEarned, number(credits)]];
  if (template.showMean && mean) notes.push([words.cumulative, `${number(mean.value)}  ${bandWord(scales.get(mean.scaleId), mean.value, language)}`]);
  if (template.showMean && !mean && gpa !== null) notes.push([words.gpa, number(gpa, 2)]);
  for (const [name, value] of notes) {
    y = roomFor(paper, y, 18);
    write(paper, `${name}:`, sheet.left + 6, y, { size: 9.6, color: ink.faint, width: 220 });
    write(paper, value, sheet.left + 226, y, { size: 9.8, face: 'strong' });
    y += 17;
  }
  if (years.some((grade) => grade.underWay)) write(paper, words.notComplete, sheet.left + 6, (y = roomFor(paper, y, 14)), { size: 8.4, color: ink.faint });
  drawSignatures(paper, frame, y + 20, false);
}
