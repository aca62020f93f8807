import { Button, Group, List, Paper, Text } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudentFilter, StudentRow } from '#contract/people.ts';
import { useCommand, useMay } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { ConfirmDialog } from '../../../ui/index.ts';
import { MassMenu } from './mass/mass-menu.tsx';
import { writeName } from '../student-name.ts';

/** The program takes this many at once. */
const most = 500;
const named = 8;

export interface SelectionBarProps {
  selected: StudentRow[];
  /** What the list is narrowed to, and how many it then has. */
  filter: StudentFilter;
  total: number;
  /** Everybody whom the filter leaves is chosen, seen or not. */
  all: boolean;
  onAll: () => void;
  onDone: () => void;
}

/** What can be done with the chosen students. */
export function SelectionBar({ selected, filter, total, all, onAll, onDone }: SelectionBarProps) {
  const { t } = useTranslation(['people', 'enrolment']);
  const may = useMay();
  const active = selected.filter(({ status }) => status !== 'archived');
  const archived = selected.filter(({ status }) => status === 'archived');
  const mayArchive = may('students:archive') && !all;
  const selection = all ? { filter } : { ids: selected.map(({ id }) => id) };
  return (
    <Paper mb="xs" px="sm" py={6} role="region" aria-label={t('selection.label')}>
      <Group gap="sm">
        <Text size="sm" fw={600} role="status">{all ? t('enrolment:mass.allChosen', { count: total }) : t('selection.count', { count: selected.length })}</Text>
        {may('enrolments:edit') && !all && total > selected.length && <Button size="xs" variant="subtle" onClick={onAll}>{t('enrolment:mass.all', { count: total })}</Button>}
        {may('enrolments:edit') && <MassMenu selection={selection} count={all ? total : selected.length} onDone={onDone} />}
        {mayArchive && selected.length > most && <Text size="sm" c="red">{t('selection.tooMany', { most })}</Text>}
        {mayArchive && active.length > 0 && <ArchiveButton kind="archive" students={active} onDone={onDone} />}
        {mayArchive && archived.length > 0 && <ArchiveButton kind="unarchive" students={archived} onDone={onDone} />}
        <Button size="xs" variant="subtle" leftSection={<IconX size={14} aria-hidden />} onClick={onDone}>{t('selection.clear')}</Button>
      </Group>
    </Paper>
  );
}

function ArchiveButton({ kind, students, onDone }: { kind: 'archive' | 'unarchive'; students: StudentRow[]; onDone: () => void }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const archive = useCommand('students.archive');
  const unarchive = useCommand('students.unarchive');
  const count = students.length;
  const run = () => {
    const ids = students.map(({ id }) => id);
    const ends = { onSuccess: onDone, onSettled: () => setAsking(false) };
    if (kind === 'archive') archive.mutate({ ids }, ends);
    else unarchive.mutate({ ids }, ends);
  };
  const Icon = kind === 'archive' ? IconArchive : IconArchiveOff;
  return (
    <>
      <Button size="xs" variant="default" disabled={count > most} leftSection={<Icon size={14} aria-hidden />} onClick={() => setAsking(true)}>
        {t(`${kind}.button`, { count })}
      </Button>
      <ConfirmDialog opened={asking} onClose={() => setAsking(false)} onConfirm={run} busy={archive.isPending || unarchive.isPending}
        title={t(`${kind}.title`, { count })} action={t(`${kind}.action`)} text={(
          <>
            {t(`${kind}.text`)}
            <List size="sm" mt="xs">
              {students.slice(0, named).map((student) => (
                <List.Item key={student.id}>{writeName(format, student)} ({student.studentNo}{student.division && `, ${student.division}`})</List.Item>
              ))}
              {count > named && <List.Item>{t('selection.more', { count: count - named })}</List.Item>}
            </List>
          </>
        )} />
    </>
  );
}
