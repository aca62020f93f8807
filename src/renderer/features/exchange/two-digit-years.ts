import { fieldsOf } from '#contract/import-targets.ts';
import type { ImportData } from './import-page.tsx';

/** The latest year that two digits mean in a file; undefined where its first rows have no date with such a year. */
export function latestYearOf({ sample, mapping, options, import: { target } }: ImportData): number | undefined {
  const fields = fieldsOf(target);
  const dates = (mapping ?? []).flatMap((field, column) => (field && fields[field]?.kind === 'date' ? [column] : []));
  const isShort = sample.some((row) => dates.some((column) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(row[column] ?? '')));
  return isShort ? options.latestYear ?? new Date().getFullYear() + 1 : undefined;
}
