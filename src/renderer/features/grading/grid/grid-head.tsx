import { useTranslation } from 'react-i18next';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { bandsOf, type Column } from './columns.ts';
import classes from './grid.module.css';

export interface GridHeadProps {
  /** The weights of all categories of the scheme together. */
  total: number; columns: readonly Column[]; focus: number; onOpen: (column: Column) => void; mayEditWork: boolean;
}

/** The heads: categories with their weight, under them each piece of work, which opens to be edited. */
export function GridHead({ total, columns, focus, onOpen, mayEditWork }: GridHeadProps) {
  const { t } = useTranslation('grading');
  const format = useFormat();
  const titleOf = (column: Column) => (column.kind === 'part' ? pickName(format, column.term.nameEl, column.term.nameEn) : column.kind === 'soFar' ? t('soFar') : t('grade'));
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th rowSpan={2} scope="col" className={`${classes.name} ${classes.corner}`}>{t('student')}</th>
        {bandsOf(columns).map(({ key, category, kind, span }) => (
          <th key={key} colSpan={span} scope="colgroup" className={classes.band} data-kind={kind} title={category ? pickName(format, category.nameEl, category.nameEn) : undefined}>
            {kind === 'work' && <>{category ? pickName(format, category.nameEl, category.nameEn) : t('uncategorised')}
              {category && total > 0 && <span className={classes.weight}> {format.percent(category.weight / total)}</span>}</>}
          </th>
        ))}
      </tr>
      <tr aria-rowindex={2}>
        {columns.map((column, index) => {
          const isFocus = focus === index;
          const common = { scope: 'col', 'aria-colindex': index + 2, 'data-row': -1, 'data-column': index, tabIndex: isFocus ? 0 : -1, 'data-focus': isFocus || undefined } as const;
          if (column.kind !== 'work') return <th key={column.id} {...common} className={`${classes.head} ${column.kind === 'soFar' ? classes.soFar : column.kind === 'grade' ? classes.grade : ''}`}>{titleOf(column)}</th>;
          const { title, maxScore, dueDate, publishedAt } = column.work;
          return (
            <th key={column.id} {...common} className={classes.head} data-opens={mayEditWork || undefined} title={`${title} · ${format.date(dueDate)}`}
              onClick={() => onOpen(column)}>
              <span className={classes.title}>{title}</span>
              <span className={classes.note}>{format.shortDay(dueDate)} · {format.number(maxScore)}{publishedAt === null ? ' ○' : ''}</span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
