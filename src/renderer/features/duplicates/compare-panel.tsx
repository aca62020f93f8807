import { Alert, Button, Group, List, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconArrowsLeftRight, IconArrowMerge, IconUsers } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mergeFields, type DuplicatePair, type MergeField } from '#contract/duplicates.ts';
import type { Failure } from '#contract/errors.ts';
import { errorCodes } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { toFailure, useCommand, useQueryOf } from '../../client/index.ts';
import { describeEntity, translateKey } from '../../i18n/dynamic.ts';
import { FormFailure, LoadState } from '../../ui/index.ts';
import { CompareTable } from './compare-table.tsx';

type Compared = Output<'duplicates.compare'>;
/** Fields in which the second record has something and the first has nothing: they are taken over unless one says otherwise. */
const missing = ({ winner, loser }: Compared): MergeField[] => mergeFields.filter((field) => winner.values[field] === null && loser.values[field] !== null);

/** The two records side by side, and the decision. */
export function ComparePanel({ pair }: { pair: DuplicatePair }) {
  const { t } = useTranslation('duplicates');
  const [swapped, setSwapped] = useState(false);
  const [winner, loser] = swapped ? [pair.b, pair.a] : [pair.a, pair.b];
  const query = useQueryOf('duplicates.compare', { kind: pair.kind, winnerId: winner.personId, loserId: loser.personId });
  return (
    <Paper component="section" aria-label={t('compare.title')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3">{t('compare.title')}</Title>
        <Button size="xs" variant="default" leftSection={<IconArrowsLeftRight size={14} aria-hidden />} onClick={() => setSwapped((now) => !now)}>{t('compare.swap')}</Button>
      </Group>
      <LoadState query={query} lines={10}>
        {(compared) => <Decision key={`${compared.winner.stamp} ${compared.loser.stamp} ${compared.winner.person.personId}`} kind={pair.kind} compared={compared} onStale={() => void query.refetch()} />}
      </LoadState>
    </Paper>
  );
}

function Decision({ kind, compared, onStale }: { kind: DuplicatePair['kind']; compared: Compared; onStale: () => void }) {
  const { t } = useTranslation(['duplicates', 'common']);
  const merge = useCommand('duplicates.merge', { handles: errorCodes });
  const dismiss = useCommand('duplicates.dismiss');
  const [take, setTake] = useState<ReadonlySet<MergeField>>(() => new Set(missing(compared)));
  const [reason, setReason] = useState(t('compare.reasonDefault'));
  const [failure, setFailure] = useState<Failure | null>(null);
  const two = { kind, winnerId: compared.winner.person.personId, loserId: compared.loser.person.personId };
  const choose = (field: MergeField, fromLoser: boolean) => setTake((now) => {
    const next = new Set(now);
    if (fromLoser) next.add(field);
    else next.delete(field);
    return next;
  });
  const run = async () => {
    setFailure(null);
    try {
      await merge.mutateAsync({ ...two, take: [...take], stamps: [compared.winner.stamp, compared.loser.stamp], reason });
      notifications.show({ message: t('compare.merged'), color: 'teal' });
    } catch (error) {
      const refusal = toFailure(error);
      setFailure(refusal);
      if (refusal.code === 'conflict') onStale();
    }
  };
  return (
    <Stack>
      <CompareTable compared={compared} take={take} onChoose={choose} />
      {compared.conflicts.length > 0 && (
        <div>
          <Text size="sm">{t('compare.conflicts')}</Text>
          <List size="sm">{compared.conflicts.map(({ entity, count }) => <List.Item key={entity}>{describeEntity(entity)}: {count}</List.Item>)}</List>
        </div>
      )}
      {compared.refusal !== null && <Alert color="orange" title={t('compare.refused')} role="alert">{translateKey('errors', compared.refusal)}</Alert>}
      <TextInput label={t('compare.reason')} value={reason} maxLength={300} onChange={(event) => setReason(event.currentTarget.value)} maw={460} />
      <FormFailure failure={failure} />
      <Group>
        <Button leftSection={<IconArrowMerge size={16} aria-hidden />} disabled={compared.refusal !== null || reason.trim() === ''} loading={merge.isPending} onClick={() => void run()}>{t('compare.merge')}</Button>
        <Button variant="default" leftSection={<IconUsers size={16} aria-hidden />} loading={dismiss.isPending}
          onClick={() => dismiss.mutate(two, { onSuccess: () => notifications.show({ message: t('compare.dismissed'), color: 'teal' }) })}>{t('compare.dismiss')}</Button>
      </Group>
    </Stack>
  );
}
