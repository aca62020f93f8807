import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Summary } from '#contract/results.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { useMeanFormat } from '../../ui/index.ts';
import classes from './results.module.css';

/** The columns of a class table that follow the courses. */
export function SummaryCells({ summary, isRanked, isYear }: { summary: Summary; isRanked: boolean; isYear: boolean }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const number = (value: number | null) => (value === null ? '' : format.number(value));
  const writeMean = useMeanFormat();
  const byCredits = summary.weightedMean === null ? undefined : `${t('column.weightedMean')}: ${writeMean(summary.weightedMean)}`;
  const { rank, honour, yearPassed } = summary;
  return (
    <>
      <td className={classes.first} title={summary.meanGap === 'mixedScales' ? t('mixed') : byCredits}>
        <Text span size="sm" fw={600}>{summary.meanGap === 'mixedScales' ? '≠' : summary.mean !== null && writeMean(summary.mean)}</Text>
      </td>
      <td>{number(summary.gpa)}</td>
      {isRanked && <td title={rank ? t('rankOf', rank) : undefined}>{rank?.place}</td>}
      <td>{summary.failing > 0 && <Text span size="sm" fw={600} style={{ color: 'var(--mantine-color-error)' }}>{summary.failing}</Text>}</td>
      <td>{summary.missing > 0 && summary.missing}</td>
      {isRanked && <td>{honour && <HonourBadge honour={honour} />}</td>}
      {isYear && <td>{t(`yearPassed.${yearPassed === null ? 'open' : yearPassed ? 'yes' : 'no'}`)}</td>}
    </>
  );
}

/** A mark of honour in the window's language. */
export function HonourBadge({ honour }: { honour: NonNullable<Summary['honour']> }) {
  const format = useFormat();
  return <Badge variant="outline" tt="none" fw={500} style={{ color: 'var(--mantine-color-text)' }}>{pickName(format, honour.labelEl, honour.labelEn)}</Badge>;
}
