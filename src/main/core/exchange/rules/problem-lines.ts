import type { Language } from '#contract/fields.ts';
import type { ImportMapping, ImportProblem, ImportRow } from '#contract/exchange.ts';
import { cleanCell } from './clean-cell.ts';
import type { Cells } from './detect-header.ts';
import { foldLabel } from './fold-label.ts';
import { problemWords } from './problem-words.ts';

/** A file that was read, as far as lines of it are written again. */
export interface Original { file: Cells; header: readonly string[]; mapping: ImportMapping }

const ownLabels = new Set(Object.values(problemWords).map(({ lastColumn }) => foldLabel(lastColumn)));
/** Columns that came with the file; what an earlier download said is wrong did not. */
const ownColumns = ({ header }: Original): number[] => header.flatMap((label, column) => (ownLabels.has(foldLabel(label)) ? [] : [column]));

/** The headings that a file came with, without the one that an earlier download put there. */
export const withoutOwn = (header: readonly string[]): string[] => header.filter((label) => !ownLabels.has(foldLabel(label)));

/** The headings of a file of refused lines: those of the file, and the one under which stands what is wrong. */
export function problemHeader(original: Original, language: Language): string[] {
  const { column, lastColumn } = problemWords[language];
  return [...ownColumns(original).map((at) => original.header[at] || `${column} ${at + 1}`), lastColumn];
}

/** The refused lines as they stand in the file, each once, with all that is wrong in the last cell. */
export function problemLines(original: Original, refused: readonly ImportRow[], language: Language): string[][] {
  const byLine = new Map<number, string[]>();
  for (const { line, column, problems } of refused) {
    const of = column === null ? '' : `${original.header[column] ?? ''} – `;
    byLine.set(line, [...(byLine.get(line) ?? []), ...problems.map((problem) => of + describe(problem, original, language))]);
  }
  const columns = ownColumns(original);
  return [...byLine].map(([line, texts]) => [...columns.map((column) => cleanCell(original.file.cell(line - 1, column))), [...new Set(texts)].join('; ')]);
}

/** What is wrong, after the heading of the column where it is. */
function describe({ field, messageKey, params }: ImportProblem, { header, mapping }: Original, language: Language): string {
  const words = problemWords[language];
  const template = Object.entries(words.problem).find(([key]) => `import.${key}` === messageKey)?.[1] ?? messageKey;
  const text = template.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(params?.[name] ?? ''));
  return field === null ? text : `${header[mapping.indexOf(field)] || words.field[field]}: ${text}`;
}
