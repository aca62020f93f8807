import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Year } from './year-select.tsx';

interface ReasonForm { getInputProps: (path: 'reason') => object }

/** Asks why, where the year is closed: nothing is changed in it without. */
export function ReasonField({ form, year }: { form: ReasonForm; year: Pick<Year, 'status' | 'label'> | undefined }) {
  const { t } = useTranslation('academics');
  if (year?.status !== 'closed') return null;
  return <TextInput {...form.getInputProps('reason')} label={t('correction')} description={t('correctionHint', { year: year.label })} />;
}
