import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GradeMark } from '#contract/results.ts';
import { pickName, useFormat } from '../i18n/format.ts';

/** A grade as a number, its words on pointing at it; what does not pass is red, underlined and said. */
export function GradeText({ mark, struck }: { mark: GradeMark; struck?: boolean }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const look = mark.passes ? {} : { color: 'var(--mantine-color-error)', fontWeight: 600, textDecoration: 'underline' };
  return (
    <Text span size="sm" title={pickName(format, mark.labelEl, mark.labelEn)} td={struck ? 'line-through' : undefined} style={struck ? {} : look}>
      {format.number(mark.value)}{!mark.passes && <VisuallyHidden> {t('fails')}</VisuallyHidden>}
    </Text>
  );
}
