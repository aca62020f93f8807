import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat, type Format } from '../../../i18n/format.ts';
import { OwnFieldsDialog } from './own-fields-dialog.tsx';

export type OwnValue = Output<'customFields.values'>['values'][number];

function writeValue({ field, value }: OwnValue, format: Format, words: { yes: string; no: string }): string {
  if (value === null) return '–';
  if (field.type === 'flag') return value === '1' ? words.yes : words.no;
  if (field.type === 'date') return format.date(value);
  if (field.type === 'number') return format.number(Number(value));
  const option = field.options.find((each) => each.value === value);
  return option ? pickName(format, option.labelEl, option.labelEn) : value;
}

/** What the school itself keeps of its students; nothing where it has defined no fields. */
export function OwnFieldsSection({ studentId }: { studentId: string }) {
  const { t } = useTranslation(['family', 'common']);
  const format = useFormat();
  const mayEdit = useMay()('students:edit');
  const { data } = useQueryOf('customFields.values', { studentId });
  const [editing, setEditing] = useState(false);
  if (!data || data.values.length === 0) return null;
  const words = { yes: t('common:yes'), no: t('common:no') };
  return (
    <Paper component="section" aria-label={t('own.title')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3">{t('own.title')}</Title>
        {mayEdit && <Button size="xs" variant="default" leftSection={<IconPencil size={14} aria-hidden />} onClick={() => setEditing(true)}>{t('own.edit')}</Button>}
      </Group>
      <SimpleGrid component="dl" cols={{ base: 1, sm: 2, md: 3 }} m={0} verticalSpacing="xs">
        {data.values.map((each) => (
          <Stack gap={0} key={each.field.id}>
            <Text component="dt" size="xs" c="dimmed">{pickName(format, each.field.labelEl, each.field.labelEn)}{each.field.archived && ` (${t('own.archived')})`}</Text>
            <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>{writeValue(each, format, words)}</Text>
          </Stack>
        ))}
      </SimpleGrid>
      {editing && <OwnFieldsDialog studentId={studentId} values={data.values.filter(({ field }) => !field.archived)} onClose={() => setEditing(false)} />}
    </Paper>
  );
}
