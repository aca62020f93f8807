import { Button, Group, Stack, Table } from '@mantine/core';
import { IconArrowsExchange, IconDoorExit, IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { DateText, EmptyState, RemoveDialog, RowActions } from '../../../ui/index.ts';
import { ClassesTable } from '../enrolment/classes-table.tsx';
import { useCodes } from '../enrolment/code-select.tsx';
import { DivisionsOfStay } from '../enrolment/divisions-list.tsx';
import { EntryDialog } from '../enrolment/entry-dialog.tsx';
import { LeaveDialog, today, type StoredStay } from '../enrolment/leave-dialog.tsx';
import { MoveDialog } from '../enrolment/move-dialog.tsx';
import { EnrolmentDialog } from './enrolment-dialog.tsx';

type Asked = { what: 'enter' } | { what: 'leave' | 'move' | 'edit' | 'remove'; stay: StoredStay };

/** A student's stays at the school, latest first, what can happen next, and the classes. */
export function EnrolmentsSection({ student }: { student: Output<'students.get'> }) {
  const { t } = useTranslation(['people', 'enrolment']);
  const may = useMay();
  const mayEdit = may('enrolments:edit');
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const latest = student.enrolments[0];
  const running = latest && (latest.lastAttendedDate === null || latest.lastAttendedDate >= today()) ? latest : null;
  const isReturn = latest !== undefined && running === null;
  const enter = may('enrolments:create') && <Button leftSection={<IconSchool size={16} aria-hidden />} variant={latest ? 'default' : 'filled'} onClick={() => setAsked({ what: 'enter' })}>{t(isReturn ? 'enrolment:enrol.again' : 'enrolment:enrol.add')}</Button>;
  return (
    <Stack align="flex-start">
      {latest && (mayEdit || enter) && (
        <Group gap="xs">
          {running && mayEdit && <Button leftSection={<IconArrowsExchange size={16} aria-hidden />} onClick={() => setAsked({ what: 'move', stay: running })}>{t('enrolment:move.action')}</Button>}
          {running && mayEdit && <Button variant="default" leftSection={<IconDoorExit size={16} aria-hidden />} onClick={() => setAsked({ what: 'leave', stay: running })}>{t('enrolment:leave.action')}</Button>}
          {enter}
        </Group>
      )}
      {latest ? <StaysTable student={student} onAsk={mayEdit ? setAsked : null} /> : (
        <EmptyState icon={<IconSchool />} title={t('enrolment.none')} text={t('enrolment.noneText')}>{enter}</EmptyState>
      )}
      {latest && <ClassesTable studentId={student.id} />}
      {asked?.what === 'enter' && <EntryDialog studentId={student.id} isReturn={isReturn} stay={latest ?? null} onClose={close} />}
      {asked?.what === 'leave' && <LeaveDialog stay={asked.stay} onClose={close} />}
      {asked?.what === 'move' && <MoveDialog stay={asked.stay} onClose={close} />}
      {asked?.what === 'edit' && <EnrolmentDialog studentId={student.id} enrolment={asked.stay} onClose={close} />}
      {asked?.what === 'remove' && <RemoveStay stay={asked.stay} onClose={close} />}
    </Stack>
  );
}

const columns = ['yearId', 'level', 'division', 'entryDate', 'entryCode', 'previousSchool', 'lastAttendedDate', 'exitCode', 'nextSchool'] as const;

function StaysTable({ student, onAsk }: { student: Output<'students.get'>; onAsk: ((asked: Asked) => void) | null }) {
  const { t } = useTranslation(['people', 'fields']);
  const may = useMay();
  const { write } = useCodes();
  const divisions = useQueryOf('enrolments.divisions', { studentId: student.id }).data?.divisions ?? [];
  const used = columns.filter((column) => !column.endsWith('School') || student.enrolments.some((stay) => stay[column]));
  return (
    <Table.ScrollContainer minWidth={720} w="100%">
      <Table aria-label={t('profile.enrolments')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {used.map((field) => <Table.Th key={field}>{t(`fields:${field}`)}</Table.Th>)}
            {onAsk && <Table.Th aria-label={t('actions')} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {student.enrolments.map((stay) => (
            <Table.Tr key={stay.id}>
              <Table.Th scope="row">{stay.yearLabel}</Table.Th><Table.Td>{stay.level}</Table.Td>
              <Table.Td><DivisionsOfStay stay={stay} divisions={divisions} /></Table.Td>
              <Table.Td><DateText date={stay.entryDate} /></Table.Td><Table.Td>{write('entry', stay.entryCode)}</Table.Td>
              {used.includes('previousSchool') && <Table.Td>{stay.previousSchool}</Table.Td>}
              <Table.Td><DateText date={stay.lastAttendedDate} /></Table.Td><Table.Td>{write('exit', stay.exitCode)}</Table.Td>
              {used.includes('nextSchool') && <Table.Td>{stay.nextSchool}</Table.Td>}
              {onAsk && (
                <Table.Td>
                  <RowActions what={`${stay.yearLabel} ${stay.level}`} onEdit={() => onAsk({ what: 'edit', stay })} onRemove={may('enrolments:delete') && (() => onAsk({ what: 'remove', stay }))} />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function RemoveStay({ stay, onClose }: { stay: StoredStay; onClose: () => void }) {
  const query = useQueryOf('enrolments.dependents', { id: stay.id });
  const remove = useCommand('enrolments.remove');
  return (
    <RemoveDialog what={`${stay.yearLabel} ${stay.level}`} query={query} busy={remove.isPending} onClose={onClose}
      onConfirm={() => remove.mutate({ id: stay.id, rev: stay.rev }, { onSettled: onClose })} />
  );
}
