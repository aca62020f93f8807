import { Alert, Button, Group, Modal, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import type { Gradebook } from '#contract/grading-parts.ts';
import { useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { DialogForm, LoadState, MomentText, useSave } from '../../ui/index.ts';
import { writeGrade, writeName } from './write-grade.ts';

export interface GradeDialogProps { book: Gradebook; term: Gradebook['terms'][number]; student: Gradebook['students'][number]; onClose: () => void }

/** Every grade that a student was given for a term, and the office's way to correct it. */
export function GradeDialog({ book, term, student, onClose }: GradeDialogProps) {
  const { t } = useTranslation(['grading', 'common']);
  const format = useFormat();
  const may = useMay();
  const [correcting, setCorrecting] = useState(false);
  const query = useQueryOf('grades.history', { sectionId: book.section.id, termId: term.id, studentId: student.id });
  const grade = book.posted.find(({ studentId }) => studentId === student.id);
  const today = book.results.find(({ studentId }) => studentId === student.id)?.value ?? null;
  if (correcting && grade) return <CorrectDialog grade={grade} scale={book.scale} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} size="lg" title={t('given.title')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <Stack>
        <Text fw={600}>{t('why.of', { name: writeName(format, student), term: pickName(format, term.nameEl, term.nameEn) })}</Text>
        {grade && today !== null && today !== grade.value && <Alert color="gray" variant="outline" py="xs">{t('given.differs', { value: writeGrade(format, book.scale, today) })}</Alert>}
        <LoadState query={query}>
          {({ grades }) => (
            <Table aria-label={t('given.title')}>
              <Table.Thead><Table.Tr><Table.Th>{t('given.value')}</Table.Th><Table.Th>{t('given.when')}</Table.Th><Table.Th>{t('given.reason')}</Table.Th></Table.Tr></Table.Thead>
              <Table.Tbody>
                {grades.map((row) => (
                  <Table.Tr key={row.id} c={row.replacedById ? 'dimmed' : undefined}>
                    <Table.Td>
                      <Text fw={row.replacedById ? undefined : 600} td={row.replacedById ? 'line-through' : undefined}>{writeGrade(format, book.scale, row.value)}</Text>
                      <Text size="xs" c="dimmed">{[
                        row.computed !== null && t('given.computed', { value: writeGrade(format, book.scale, row.computed) }), row.penalty !== null && row.penalty > 0 && t('given.penalty', { value: format.number(row.penalty) }),
                        row.isOverride && t('given.override'), row.replacedById && t('given.replaced'), row.schemeVersion !== null && t('schemeDialog.version', { version: row.schemeVersion }),
                      ].filter(Boolean).join(' · ')}</Text>
                    </Table.Td>
                    <Table.Td><MomentText at={row.postedAt} />{row.postedBy && <Text size="xs" c="dimmed">{t('given.by', { who: row.postedBy })}</Text>}</Table.Td>
                    <Table.Td>{row.reason}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </LoadState>
        <Group justify="flex-end">
          {!may('grades:correct') && <Text size="sm" c="dimmed">{t('given.onlyOffice')}</Text>}
          <Button variant="default" onClick={onClose}>{t('common:actions.close')}</Button>
          {may('grades:correct') && <Button onClick={() => setCorrecting(true)}>{t('given.correct')}</Button>}
        </Group>
      </Stack>
    </Modal>
  );
}

function CorrectDialog({ grade, scale, onClose }: { grade: Gradebook['posted'][number]; scale: Gradebook['scale']; onClose: () => void }) {
  const { t } = useTranslation('grading');
  const format = useFormat();
  const command = useCommand('grades.correct', { handles: errorCodes });
  const form = useForm({ initialValues: { value: grade.value, reason: '' } });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(({ value, reason }) => void save(() => command.mutateAsync({ id: grade.id, value, reason })));
  return (
    <DialogForm title={t('given.correct')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <NumberInput label={t('given.newValue')} required data-autofocus min={scale.min} max={scale.max} clampBehavior="none" step={scale.step} decimalScale={2} decimalSeparator={format.language === 'el' ? ',' : '.'} {...form.getInputProps('value')} />
      <TextInput label={t('given.newReason')} required maxLength={300} {...form.getInputProps('reason')} />
    </DialogForm>
  );
}
