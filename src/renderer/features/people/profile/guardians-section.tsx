import { Button, Divider, Group, SimpleGrid, Stack } from '@mantine/core';
import { IconLink, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { EmptyState, LoadState } from '../../../ui/index.ts';
import { GuardianCard } from './family/guardian-card.tsx';
import { HouseholdSection } from './family/household-section.tsx';
import { LinkGuardianDialog } from './family/link-guardian-dialog.tsx';
import { GuardianDialog } from './guardian-dialog.tsx';

export type Guardian = Output<'guardians.list'>['guardians'][number];

/** Who stands behind a student, in the order in which they are called, and with whom the student lives. */
export function GuardiansSection({ studentId }: { studentId: string }) {
  const { t } = useTranslation(['people', 'family']);
  const may = useMay();
  const query = useQueryOf('guardians.list', { studentId });
  const reorder = useCommand('guardians.reorder');
  const [edited, setEdited] = useState<Guardian | 'new' | 'link' | null>(null);
  const mayEdit = may('guardians:edit');
  const add = may('guardians:create') && (
    <>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('guardian.add')}</Button>
      <Button variant="default" leftSection={<IconLink size={16} aria-hidden />} onClick={() => setEdited('link')}>{t('family:guardian.link')}</Button>
    </>
  );
  return (
    <LoadState query={query}>
      {({ guardians }) => {
        const nextPriority = Math.min(guardians.length + 1, 9);
        const move = (from: number, by: -1 | 1) => {
          const ids = guardians.map(({ id }) => id);
          const [moved] = ids.splice(from, 1);
          if (moved === undefined) return;
          ids.splice(from + by, 0, moved);
          reorder.mutate({ studentId, ids });
        };
        return (
          <Stack>
            {guardians.length === 0 ? <EmptyState icon={<IconUsersGroup />} title={t('guardian.none')} text={t('guardian.noneText')}>{add}</EmptyState> : (
              <>
                <SimpleGrid cols={{ base: 1, md: 2 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('profile.guardians')}>
                  {guardians.map((guardian, at) => (
                    <li key={guardian.id}>
                      <GuardianCard studentId={studentId} guardian={guardian} onEdit={mayEdit && (() => setEdited(guardian))} busy={reorder.isPending}
                        onEarlier={at > 0 ? () => move(at, -1) : undefined} onLater={at < guardians.length - 1 ? () => move(at, 1) : undefined} />
                    </li>
                  ))}
                </SimpleGrid>
                <Group>{add}</Group>
              </>
            )}
            <Divider my="xs" />
            <HouseholdSection studentId={studentId} />
            {edited === 'link' && <LinkGuardianDialog studentId={studentId} nextPriority={nextPriority} onClose={() => setEdited(null)} />}
            {edited !== null && edited !== 'link' && (
              <GuardianDialog studentId={studentId} guardian={edited === 'new' ? null : edited} nextPriority={nextPriority} onClose={() => setEdited(null)} />
            )}
          </Stack>
        );
      }}
    </LoadState>
  );
}
