import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { GradeText, TextLink, writeName } from '../../ui/index.ts';
import classes from './results.module.css';
import { ScrollFrame } from './scroll-frame.tsx';
import { SummaryCells } from './summary-cells.tsx';

export type ClassResults = Output<'results.division'>;
type Row = ClassResults['rows'][number];
/** The name, a summary, or a course by its id. */
type SortKey = string;

const summaryKeys = ['mean', 'gpa', 'rank', 'failing', 'missing'] as const;

function valueOf(row: Row, key: SortKey): number | null {
  if (key === 'rank') return row.summary.rank?.place ?? null;
  const own = summaryKeys.find((name) => name === key);
  if (own !== undefined && own !== 'rank') return row.summary[own];
  return row.cells.find(({ courseId }) => courseId === key)?.mark?.value ?? null;
}

/** Students by courses. A heading sorts by its column; those without a value stand last. */
export function ClassTable({ title, results, isYear }: { title: string; results: ClassResults; isYear: boolean }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const [order, setOrder] = useState<{ key: SortKey; descending: boolean }>({ key: 'name', descending: false });
  const rows = useMemo(() => sortRows(results.rows, order), [results.rows, order]);
  const courses = useMemo(() => results.courses.toSorted((a, b) => format.compare(pickName(format, a.nameEl, a.nameEn), pickName(format, b.nameEl, b.nameEn))), [results.courses, format]);
  const head = (key: SortKey, label: ReactNode, name: string, className?: string) => (
    <th key={key} scope="col" className={className} aria-sort={order.key === key ? (order.descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" className={classes.sort} title={name}
        onClick={() => setOrder({ key, descending: order.key === key ? !order.descending : key !== 'name' && key !== 'rank' })}>
        {label}{order.key === key && (order.descending ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
      </button>
    </th>
  );
  return (
    <ScrollFrame label={title}>
      <table className={classes.table}>
        <thead>
          <tr>
            {head('name', t('column.student'), t('column.student'), classes.name)}
            {courses.map((course) => head(course.id, shorten(course.code), pickName(format, course.nameEl, course.nameEn)))}
            {summaryKeys.filter((key) => results.isRanked || key !== 'rank').map((key, index) => head(key, t(`column.${key}`), t(`column.${key}`), index === 0 ? classes.first : undefined))}
            {results.isRanked && <th scope="col">{t('column.honour')}</th>}
            {isYear && <th scope="col">{t('column.passed')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={classes.name}>
                <TextLink to="/students/$studentId" params={{ studentId: row.id }} search={{ tab: 'grades' }} underline="hover" fw={500}>{writeName(format, row)}</TextLink>
              </th>
              {courses.map(({ id }) => <GradeCell key={id} cell={row.cells.find(({ courseId }) => courseId === id)} />)}
              <SummaryCells summary={row.summary} isRanked={results.isRanked} isYear={isYear} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function GradeCell({ cell }: { cell: Row['cells'][number] | undefined }) {
  const { t } = useTranslation('results');
  if (!cell) return <td>{'\u00a0'}</td>;
  if (cell.mark) return <td><GradeText mark={cell.mark} /></td>;
  const why = cell.gap === 'mixedScales' ? t('mixed') : t('notPosted');
  return <td><span role="img" title={why} aria-label={why}>–</span></td>;
}

/** Course codes end in the level, which the table's title says already. */
const shorten = (code: string): string => code.replace(/-.{1,2}$/, '');

function sortRows(rows: readonly Row[], { key, descending }: { key: SortKey; descending: boolean }): Row[] {
  if (key === 'name') return descending ? rows.toReversed() : [...rows];
  const turn = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a, key), valueOf(b, key)];
    return left === null || right === null ? Number(left === null) - Number(right === null) : turn * (left - right);
  });
}
