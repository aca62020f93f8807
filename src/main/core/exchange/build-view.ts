import type { ImportMapping } from '#contract/exchange.ts';
import { noOptions, type ImportOptions, type WideKind } from '#contract/import-options.ts';
import { fieldsOf, type ImportTarget } from '#contract/import-targets.ts';
import type { Reader } from '../store/reader.ts';
import { plainView, type View } from './overlay.ts';
import type { Cells } from './rules/detect-header.ts';
import { unpivot } from './rules/unpivot.ts';
import { findMarkColumns } from './rules/wide-sheet.ts';
import { findByName } from './targets/find-by-name.ts';
import { readCourses } from './targets/repo-targets.ts';

interface Table { grid: Cells; header: readonly string[]; headerRow: number }

/** What was decided about fields that a target has; the rest means nothing for it. */
export function fitOptions(options: ImportOptions, target: ImportTarget): ImportOptions {
  const known = fieldsOf(target);
  const ofTarget = <V>(byField: Partial<Record<string, V>>) => Object.fromEntries(Object.entries(byField).filter(([field]) => field in known));
  const match = target === 'students' ? options.match : noOptions.match, decisions = 'studentNo' in known ? options.decisions : {};
  return { ...options, match, decisions, translations: ofTarget(options.translations), defaults: ofTarget(options.defaults), wide: target === 'scores' ? options.wide : null };
}

/** Columns of a table that hold marks of their own: of a course where the school has one of that name, else of an assessment. */
export function chooseMarks(db: Reader, table: Table, mapping: ImportMapping): Record<string, WideKind> {
  const columns = findMarkColumns(table, mapping);
  if (columns.length === 0) return {};
  const courses = readCourses(db);
  return Object.fromEntries(columns.map((column) => [String(column), findByName(courses, table.header[column] ?? '') ? 'course' : 'assessment']));
}

/** The rows of a table as they are planned: those of the file, or, in a wide sheet, one for each mark. */
export function buildView({ grid, header, headerRow }: Table, mapping: ImportMapping, { wide }: Pick<ImportOptions, 'wide'>): View {
  const marks = Object.entries(wide ?? {}).flatMap(([column, kind]) => {
    const title = header[Number(column)] ?? '';
    return title === '' ? [] : [{ column: Number(column), kind, title }];
  });
  return marks.length === 0 ? plainView(grid, mapping) : unpivot(grid, mapping, headerRow, marks);
}
