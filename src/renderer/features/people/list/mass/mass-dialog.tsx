import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { massAction, type MassAction, type Selection } from '#contract/enrolment.ts';
import { offerUndo, useJob, useQueryOf } from '../../../../client/index.ts';
import { JobProgress, LoadState } from '../../../../ui/index.ts';
import { CrowdedNotice } from '../../enrolment/plan-preview.tsx';
import { MassFields } from './mass-fields.tsx';
import type { MassKind } from './mass-menu.tsx';
import { MassTable } from './mass-table.tsx';
import { firstDraft, toAction, type MassDraft } from './mass-values.ts';

export interface MassDialogProps {
  kind: MassKind;
  selection: Selection;
  count: number;
  onClose: () => void;
  onDone: () => void;
}

/** One change for many: what to do, then what it would do to each, then it is done. */
export function MassDialog({ kind, selection, count, onClose, onDone }: MassDialogProps) {
  const { t } = useTranslation(['enrolment', 'common']);
  const [draft, setDraft] = useState<MassDraft>(firstDraft);
  const [action, setAction] = useState<MassAction | null>(null);
  const parsed = massAction.safeParse(toAction(kind, draft));
  return (
    <Modal opened onClose={onClose} title={t(`mass.title.${kind}`)} size={action ? 'xl' : 'md'} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <Text size="sm" c="dimmed" mb="sm">{t('mass.for', { count })}</Text>
      {action ? <MassPreview action={action} selection={selection} onBack={() => setAction(null)} onDone={() => { onClose(); onDone(); }} /> : (
        <form onSubmit={(event) => { event.preventDefault(); if (parsed.success) setAction(parsed.data); }}>
          <Stack>
            <MassFields kind={kind} draft={draft} onChange={(next) => setDraft({ ...draft, ...next })} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
              <Button type="submit" disabled={!parsed.success}>{t('mass.preview')}</Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function MassPreview({ action, selection, onBack, onDone }: { action: MassAction; selection: Selection; onBack: () => void; onDone: () => void }) {
  const { t } = useTranslation(['enrolment', 'common']);
  const [allowOver, setAllowOver] = useState(false);
  const query = useQueryOf('mass.preview', { selection, action, limit: 1 });
  const job = useJob('mass.run');
  const run = async () => {
    const done = await job.start({ selection, action, allowOver });
    if (!done) return;
    if (done.changeSetId !== null) offerUndo('mass.run', done.changeSetId);
    onDone();
  };
  if (job.progress) return <JobProgress label={t('mass.running')} progress={job.progress} onCancel={job.cancel} />;
  return (
    <Stack>
      <LoadState query={query} lines={6}>
        {({ counts, crowded }) => (
          <>
            {counts.change === 0 && <Alert color="gray" role="status">{t('mass.nothing')}</Alert>}
            <CrowdedNotice crowded={crowded} allowOver={allowOver} onAllow={setAllowOver} />
            <MassTable selection={selection} action={action} counts={counts} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onBack}>{t('mass.back')}</Button>
              <Button disabled={counts.change === 0 || (crowded.length > 0 && !allowOver)} onClick={() => void run()}>{t('mass.run', { count: counts.change })}</Button>
            </Group>
          </>
        )}
      </LoadState>
      {query.isError && <Group><Button variant="default" onClick={onBack}>{t('mass.back')}</Button></Group>}
    </Stack>
  );
}
