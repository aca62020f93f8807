import { Accordion, Button, Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../../client/index.ts';
import { describeProcedure } from '../../../i18n/dynamic.ts';
import { ChangeDetails, ChangeMarks, listEntities } from '../../../ui/changes/index.ts';
import { EmptyState, LoadState, MomentText } from '../../../ui/index.ts';

const step = 30;

/** What was changed about a student, latest first; each opens to its values and the way back. */
export function StudentHistory({ studentId }: { studentId: string }) {
  const { t } = useTranslation(['history', 'common']);
  const [limit, setLimit] = useState(step);
  const [open, setOpen] = useState<string | null>(null);
  const query = useQueryOf('history.list', { studentId, limit }, { keep: true });
  return (
    <LoadState query={query}>
      {({ rows, total }) => (total === 0 ? <EmptyState icon={<IconHistory />} title={t('none')} text={t('noneText')} /> : (
        <>
          <Accordion value={open} onChange={setOpen} variant="separated" order={3}>
            {rows.map((change) => (
              <Accordion.Item key={change.id} value={String(change.id)}>
                <Accordion.Control>
                  <Group gap="sm">
                    <Text size="sm" fw={600}>{describeProcedure(change.procedure)}</Text>
                    <ChangeMarks summary={change} />
                    <Text size="sm" c="dimmed">{change.actor ?? t('program')} · <MomentText at={change.at} /> · {listEntities(change.entities)}</Text>
                  </Group>
                </Accordion.Control>
                <Accordion.Panel>{open === String(change.id) && <ChangeDetails id={change.id} studentId={studentId} bare />}</Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
          {rows.length < total && (
            <Button mt="md" variant="default" loading={query.isFetching} disabled={limit >= 500} onClick={() => setLimit(Math.min(limit * 3, 500))}>{t('common:actions.showMore')}</Button>
          )}
        </>
      ))}
    </LoadState>
  );
}
