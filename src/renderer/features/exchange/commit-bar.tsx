import { Alert, Button, Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { IconDatabaseImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportCounts } from '#contract/exchange.ts';
import type { ImportTarget } from '#contract/import-targets.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import { JobProgress } from '../../ui/index.ts';
import classes from './exchange.module.css';
import type { ImportData } from './import-page.tsx';
import { useImportJob } from './use-import-job.ts';

/** The button that writes, in words that say exactly what it will do. */
export function CommitBar({ data, busy, onPreview, onAllOrNothing }: { data: ImportData; busy: boolean; onPreview: () => void; onAllOrNothing: (on: boolean) => void }) {
  const { t } = useTranslation('exchange');
  const commit = useImportJob('imports.commit', data.import.id);
  const { counts, id, rev } = data.import;
  if (!counts) return null;
  const nothing = counts.create + counts.change === 0;
  const { allOrNothing } = data.options, isBlocked = allOrNothing && counts.refused > 0;
  return (
    <Paper className={classes.bar} component="section" aria-label={t('commit.label')}>
      <Stack gap="xs">
        {commit.failure && (
          <Alert color={commit.failure.code === 'cancelled' ? 'gray' : 'red'} role="alert">
            <Group justify="space-between">
              {describeFailure(commit.failure)}
              {commit.failure.code === 'conflict' && <Button size="xs" variant="default" onClick={onPreview}>{t('readAgain')}</Button>}
            </Group>
          </Alert>
        )}
        {commit.progress ? <JobProgress label={t('commit.running')} progress={commit.progress} onCancel={commit.cancel} /> : (
          <Group justify="space-between">
            <Stack gap={6}>
              <Text size="sm">{isBlocked ? t('commit.blocked', { count: counts.refused }) : nothing && counts.refused === 0 ? t('commit.nothing') : describeRest(t, counts)}</Text>
              <Checkbox size="sm" label={t('commit.allOrNothing')} checked={allOrNothing} disabled={busy} onChange={(event) => onAllOrNothing(event.currentTarget.checked)} />
            </Stack>
            <Button leftSection={<IconDatabaseImport size={17} aria-hidden />} disabled={busy || nothing || isBlocked} onClick={() => void commit.start({ id, rev })}>{describeCommit(t, counts, data.import.target)}</Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

type Translate = ReturnType<typeof useTranslation<'exchange'>>['t'];

function describeCommit(t: Translate, { create, change }: ImportCounts, target: ImportTarget): string {
  const created = t(target === 'students' ? 'commit.create' : 'commit.createRecords', { count: create });
  const changed = t(target === 'students' ? 'commit.change' : 'commit.changeRecords', { count: change });
  if (create === 0 && change === 0) return t('commit.none');
  if (change === 0) return created;
  return create === 0 ? changed : t('commit.both', { create: created, change: t('commit.changeAfter', { count: change }) });
}

function describeRest(t: Translate, { same, refused }: ImportCounts): string {
  const parts = [refused > 0 ? t('commit.refused', { count: refused }) : '', same > 0 ? t('commit.same', { count: same }) : ''];
  return parts.filter(Boolean).join(' ') || t('commit.all');
}
