import { TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../../client/index.ts';

/** Asks why, where a closed year is corrected. */
export function ReasonField({ yearId, ...field }: { yearId: string } & GetInputPropsReturnType) {
  const { t } = useTranslation('enrolment');
  const years = useQueryOf('students.facets', {}).data?.years ?? [];
  if (years.find(({ id }) => id === yearId)?.status !== 'closed') return null;
  return <TextInput {...field} label={t('preview.reason')} description={t('preview.reasonHint')} required />;
}
