import { Alert, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { bundleFiles, type BundleFinding } from '#contract/oneroster.ts';
import { useQueryOf } from '../../client/index.ts';
import { translateKey } from '../../i18n/dynamic.ts';
import { useFormat } from '../../i18n/format.ts';
import { LoadState } from '../../ui/index.ts';

type Bundle = NonNullable<Output<'imports.bundle'>['bundle']>;
const shown = 20;

/** What a OneRoster bundle says of itself, and where it departs from the format. */
export function BundlePanel({ id }: { id: string }) {
  const { t } = useTranslation('exchange');
  const query = useQueryOf('imports.bundle', { id }, { keep: true });
  return (
    <Paper component="section" aria-label={t('bundle.title')}>
      <Title order={2} size="h3">{t('bundle.title')}</Title>
      <LoadState query={query} lines={4}>{({ bundle }) => (bundle ? <BundleFacts bundle={bundle} /> : null)}</LoadState>
    </Paper>
  );
}

function BundleFacts({ bundle }: { bundle: Bundle }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">{t('bundle.text', { version: bundle.version, system: bundle.systemName || t('bundle.unknown') })}</Text>
      <Group gap="xl">
        <Fact label={t('bundle.school')} value={bundle.school ?? t('bundle.unknown')} />
        <Fact label={t('bundle.year')} value={bundle.year ?? t('bundle.unknown')} />
      </Group>
      <List size="sm" aria-label={t('bundle.files')} spacing={2}>
        {bundle.files.map(({ file, mode, rows }) => (
          <List.Item key={file}>{t('bundle.fileCount', { file: t(`bundle.file.${file}`), rows: format.number(rows), mode: t(`bundle.mode.${mode}`) })}</List.Item>
        ))}
      </List>
      {bundle.findingsTotal === 0 ? (
        <Group gap={6}><IconCircleCheck size={18} color="var(--mantine-color-teal-7)" aria-hidden /><Text size="sm">{t('bundle.fine')}</Text></Group>
      ) : (
        <Alert color="yellow" title={t('bundle.findings', { count: bundle.findingsTotal })}>
          <Text size="sm" mb={6}>{t('bundle.findingsText')}</Text>
          <List size="sm" spacing={2}>
            {bundle.findings.slice(0, shown).map((finding, i) => (
              // eslint-disable-next-line react/no-array-index-key -- findings have no names and never move
              <List.Item key={i}><FindingText finding={finding} /></List.Item>
            ))}
          </List>
          {bundle.findingsTotal > shown && <Text size="sm" mt={6}>{t('bundle.more', { count: shown })}</Text>}
        </Alert>
      )}
    </Stack>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return <div><Text size="xs" c="dimmed">{label}</Text><Text size="sm" fw={500}>{value}</Text></div>;
}

function FindingText({ finding: { file, line, column, key, params } }: { finding: BundleFinding }) {
  const { t } = useTranslation('exchange');
  const known = bundleFiles.find((name) => name === file), name = known ? t(`bundle.file.${known}`) : file;
  return <>{line === null ? name : t('bundle.place', { file: name, line })}{column ? ` · ${column}` : ''}: {translateKey('oneroster', `findings.${key}`, params) ?? key}</>;
}
