import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { undoOwn, useQueryOf } from '../../client/index.ts';
import { ButtonLink, LoadState } from '../../ui/index.ts';
import { pageSize } from './look-step.tsx';
import type { MadeSimulation } from './rollover-session.ts';
import { RowsTable } from './rows-table.tsx';

/** What was written, who was left where they are, and the way back. */
export function DoneStep({ made, result, onAgain }: { made: MadeSimulation; result: Output<'rollover.commit'>; onAgain: () => void }) {
  const { t } = useTranslation('rollover');
  const [undone, setUndone] = useState(false);
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    setUndone(await undoOwn(result.changeSetId));
    setBusy(false);
  };
  return (
    <Stack>
      <Alert color={undone ? 'gray' : 'teal'} variant="outline" icon={<IconCircleCheck aria-hidden />} role="status" title={undone ? t('done.undone') : t('done.title')}>
        <Stack gap="sm" align="flex-start">
          {!undone && <Text size="sm">{t('done.text', { count: result.enrolled })} {result.sections > 0 && t('done.sections', { count: result.sections })}</Text>}
          <Group gap="xs" className="no-print">
            {!undone && <Button variant="default" loading={busy} leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => void undo()}>{t('done.undo')}</Button>}
            {!undone && <ButtonLink to="/students" variant="default">{t('done.students')}</ButtonLink>}
            <Button variant="subtle" onClick={onAgain}>{t('done.again')}</Button>
          </Group>
        </Stack>
      </Alert>
      {!undone && result.counts.undecided > 0 && <LeftBehind made={made} />}
    </Stack>
  );
}

function LeftBehind({ made }: { made: MadeSimulation }) {
  const { t } = useTranslation('rollover');
  const [page, setPage] = useState(1);
  const query = useQueryOf('rollover.rows', { id: made.id, outcome: 'undecided', offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  return (
    <Paper component="section" aria-label={t('done.undecided')}>
      <Title order={2} size="h3" mb="sm">{t('done.undecided')}</Title>
      <LoadState query={query}>{(data) => <RowsTable data={data} fromYearId={made.from.id} page={page} onPage={setPage} />}</LoadState>
    </Paper>
  );
}
