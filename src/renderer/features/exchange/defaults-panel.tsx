import { ActionIcon, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportOptions } from '#contract/import-options.ts';
import { fieldsOf, importFields, type ImportField, type ImportTarget } from '#contract/import-targets.ts';
import { CellInput } from './cell-input.tsx';

interface DefaultsPanelProps { target: ImportTarget; matched: readonly (ImportField | null)[]; options: ImportOptions; onChange: (change: (defaults: ImportOptions['defaults']) => ImportOptions['defaults']) => void }

/** What a file says of none of its rows, and what is the same for all of them. */
export function DefaultsPanel({ target, matched, options: { defaults, wide }, onChange }: DefaultsPanelProps) {
  const { t } = useTranslation('exchange');
  const [added, setAdded] = useState<ImportField | null>(null);
  const given = new Set(Object.keys(defaults));
  const kinds = new Set<string>(Object.values(wide ?? {}));
  const isTaken = (field: ImportField) => given.has(field) || matched.includes(field) || (kinds.size > 0 && (field === 'score' || (kinds.size === 1 && kinds.has(field))));
  const known = importFields.filter((field) => fieldsOf(target)[field] !== undefined);
  const shown = known.filter((field) => given.has(field) || field === added);
  const set = (field: ImportField, text: string) => {
    if (text === '') setAdded(null);
    onChange((others) => Object.fromEntries(Object.entries({ ...others, [field]: text }).filter(([, each]) => each !== '')));
  };
  return (
    <Paper component="section" aria-label={t('defaults.title')}>
      <Title order={2} size="h3">{t('defaults.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('defaults.text')}</Text>
      <Stack gap="xs">
        {shown.map((field) => (
          <Group key={field} gap="xs">
            <Text size="sm" w={190}>{t(`field.${field}`)}</Text>
            <CellInput label={t('defaults.valueOf', { field: t(`field.${field}`) })} field={field} target={target} value={defaults[field] ?? ''} onSave={(text) => set(field, text)} />
            <ActionIcon variant="subtle" color="gray" aria-label={t('defaults.remove', { field: t(`field.${field}`) })} onClick={() => (given.has(field) ? set(field, '') : setAdded(null))}>
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Select aria-label={t('defaults.add')} placeholder={t('defaults.add')} size="xs" w={270} searchable value={null}
          data={known.filter((field) => !isTaken(field) && field !== added).map((field) => ({ value: field, label: t(`field.${field}`) }))}
          onChange={(value) => setAdded(known.find((field) => field === value) ?? null)} />
      </Stack>
    </Paper>
  );
}
