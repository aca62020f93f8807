import { Stack, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { pickName, useFormat } from '../../i18n/format.ts';
import type { WizardForm, WizardValues } from './wizard-form.ts';

/** What the school is called. */
export function SchoolStep({ form }: { form: WizardForm }) {
  const { t } = useTranslation('setup');
  return (
    <Stack>
      <Text size="sm">{t('school.text')}</Text>
      <TextInput label={t('school.nameEl')} placeholder={t('school.nameElExample')} autoFocus required maxLength={200} {...form.getInputProps('nameEl')} />
      <TextInput label={t('school.nameEn')} placeholder={t('school.nameEnExample')} required maxLength={200} {...form.getInputProps('nameEn')} />
    </Stack>
  );
}

/** Everything once more before it is written. */
export function SummaryStep({ values }: { values: WizardValues }) {
  const { t } = useTranslation('setup');
  const format = useFormat();
  const span = (part: { startDate: string; endDate: string }) => `${format.date(part.startDate)} – ${format.date(part.endDate)}`;
  const lines = [
    { key: 'school', label: t('summary.school'), value: <>{values.nameEl}<br />{values.nameEn}</> },
    { key: 'year', label: t('summary.year'), value: <>{values.year.label}<br />{span(values.year)}</> },
    {
      key: 'terms', label: t('summary.terms'),
      value: values.terms.map((term, at) => <div key={at}>{pickName(format, term.nameEl, term.nameEn)}: {span(term)}</div>),
    },
    { key: 'admin', label: t('summary.admin'), value: <>{values.admin.displayName}<br />{values.admin.username}</> },
  ];
  return (
    <Table verticalSpacing="sm" layout="fixed">
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.key}>
            <Table.Th scope="row" w={150} fw={500} style={{ verticalAlign: 'top' }}>{line.label}</Table.Th>
            <Table.Td>{line.value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
