import { Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../client/index.ts';
import type { PartProps } from '../form-of.ts';

const parts = ['guardians', 'demographics', 'results'] as const;

/** What goes into a OneRoster bundle beside the year itself. */
export function BundleFields({ form }: PartProps) {
  const { t } = useTranslation(['schedules', 'exchange']);
  const may = useMay();
  const { bundle } = form.getValues();
  const allowed = { guardians: may('guardians:view'), demographics: true, results: may('grades:view') };
  return (
    <>
      <Text size="sm" c="dimmed">{t(bundle.yearId === null ? 'form.openYear' : 'form.fixedYear')}</Text>
      <Checkbox.Group label={t('exchange:roster.parts')} value={parts.filter((part) => bundle[part])}
        onChange={(chosen) => form.setFieldValue('bundle', { ...bundle, guardians: chosen.includes('guardians'), demographics: chosen.includes('demographics'), results: chosen.includes('results') })}>
        <Stack gap={8} mt={6}>
          {parts.map((part) => <Checkbox key={part} value={part} label={t(`exchange:roster.part.${part}`)} description={t(`exchange:roster.about.${part}`)} disabled={!allowed[part] && !bundle[part]} />)}
        </Stack>
      </Checkbox.Group>
    </>
  );
}
