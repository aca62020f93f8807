import { Alert, Button, Group, Kbd, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Failure } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import { call, reportFailure, toFailure, useCommand } from '../../../client/index.ts';
import { escapeKey } from '../../../platform/keys.ts';
import { writeShortcut } from '../../../platform/system.ts';
import { applyFieldErrors, ConfirmDialog, focusFirstError, FormFailure, LeaveGuard, useFormKeys, validateWith } from '../../../ui/index.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DetailFields } from './detail-fields.tsx';
import classes from './form.module.css';
import { toDetails, toDetailValues, type DetailField, type Details, type DetailValues } from './form-values.ts';

type Student = Output<'students.get'>;

export interface EditDetailsProps {
  student: Student;
  focus?: DetailField;
  onDone: () => void;
}

const rules = z.object({ details: contract['students.update'].input.shape.details });

/** Edits a student. What was there at the start is kept, so that somebody else's edit in the meantime is seen and not overwritten. */
export function EditDetails({ student, focus = 'familyEl', onDone }: EditDetailsProps) {
  const { t } = useTranslation(['people', 'common']);
  const [base, setBase] = useState(student);
  const [theirs, setTheirs] = useState<Student | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);
  const leaving = useRef(false);
  const update = useCommand('students.update', { handles: ['conflict', 'invalidInput'] });
  const form = useForm<{ details: DetailValues }>({ initialValues: { details: toDetailValues(student.details) }, validate: validateWith(rules) });
  const isDirty = () => !leaving.current && form.isDirty();

  const lookAtTheirs = async () => {
    try {
      setTheirs(await call('students.get', { id: student.id }));
    } catch (error) {
      reportFailure(error);
    }
  };
  const send = async (details: Details, rev: number) => {
    setFailure(null);
    try {
      await update.mutateAsync({ id: student.id, rev, details });
      leaving.current = true;
      onDone();
    } catch (error) {
      const refusal = toFailure(error);
      if (refusal.code === 'conflict') return lookAtTheirs();
      if (refusal.code === 'invalidInput') {
        setTheirs(null);
        setFailure(refusal);
        applyFieldErrors(form, refusal);
      }
    }
  };
  const save = form.onSubmit(({ details }) => void send(toDetails(details), base.rev), (errors) => focusFirstError(form, Object.keys(errors)));
  const saveMerged = (now: Student) => (merged: Details) => {
    // From here on their edit is the ground that ours stands on.
    setBase(now);
    form.setValues({ details: toDetailValues(merged) });
    void send(merged, now.rev);
  };
  const leave = () => (isDirty() ? setAsking(true) : onDone());
  useFormKeys({ onSave: () => save(), onLeave: leave });
  const mine = contract['students.update'].input.shape.details.safeParse(form.getValues().details);

  return (
    <form onSubmit={save} noValidate aria-label={t('form.label')}>
      <Stack>
        {student.rev !== base.rev && !theirs && !update.isPending && !leaving.current && (
          <Alert color="orange" role="status" title={t('conflict.noticeTitle')}>
            <Group justify="space-between">
              {t('conflict.noticeText')}
              <Button size="xs" variant="default" disabled={!mine.success} onClick={() => void lookAtTheirs()}>{t('conflict.look')}</Button>
            </Group>
          </Alert>
        )}
        <DetailFields form={form} autoFocus={focus} />
        <FormFailure failure={failure} />
        <Group className={classes.bar}>
          <Button type="submit" loading={update.isPending} leftSection={<IconDeviceFloppy size={17} aria-hidden />} rightSection={<Kbd size="xs">{writeShortcut('S')}</Kbd>}>
            {t('common:actions.save')}
          </Button>
          <Button variant="default" onClick={leave} rightSection={<Kbd size="xs">{escapeKey}</Kbd>}>{t('common:actions.cancel')}</Button>
        </Group>
      </Stack>
      {theirs && mine.success && (
        <ConflictDialog base={toDetails(toDetailValues(base.details))} mine={mine.data} theirs={toDetails(toDetailValues(theirs.details))} by={theirs.updatedBy}
          busy={update.isPending} onSave={saveMerged(theirs)} onClose={() => setTheirs(null)} />
      )}
      <LeaveGuard isDirty={isDirty} />
      <ConfirmDialog opened={asking} dangerous title={t('common:unsaved.title')} text={t('common:unsaved.text')} action={t('common:unsaved.leave')}
        onClose={() => setAsking(false)} onConfirm={() => {
          leaving.current = true;
          onDone();
        }} />
    </form>
  );
}
