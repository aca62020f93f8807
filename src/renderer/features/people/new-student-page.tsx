import { Button, Checkbox, Fieldset, Group, Kbd, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import { toFailure, useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { escapeKey } from '../../platform/keys.ts';
import { writeShortcut } from '../../platform/system.ts';
import { applyFieldErrors, focusFirstError, FormFailure, LeaveGuard, LoadState, Page, useFormKeys, validateWith } from '../../ui/index.ts';
import { DetailFields } from './form/detail-fields.tsx';
import { EnrolmentFields } from './form/enrolment-fields.tsx';
import classes from './form/form.module.css';
import { newEnrolment, noDetails, toDetails, type DetailValues, type EnrolmentValues } from './form/form-values.ts';

interface Values extends Record<string, unknown> { details: DetailValues; enrolment: EnrolmentValues; enrols: boolean }

/** Enters a new student, with the first enrolment. */
export function NewStudentPage() {
  const { t } = useTranslation('people');
  const facets = useQueryOf('students.facets', {});
  return (
    <Page title={t('newStudent')}>
      <LoadState query={facets} lines={10}>{({ years }) => <NewStudentForm years={years} />}</LoadState>
    </Page>
  );
}

const input = contract['students.create'].input;
/** Today by this computer's calendar. */
const today = () => new Date().toLocaleDateString('sv-SE');

function NewStudentForm({ years }: { years: Output<'students.facets'>['years'] }) {
  const { t } = useTranslation(['people', 'common']);
  const navigate = useNavigate();
  const router = useRouter();
  const mayEnrol = useMay()('enrolments:create');
  const [failure, setFailure] = useState<Failure | null>(null);
  const leaving = useRef(false);
  const create = useCommand('students.create', { handles: ['invalidInput'] });
  const openYear = years.find(({ status }) => status === 'open') ?? years.at(-1);
  const form = useForm<Values>({
    initialValues: { details: noDetails, enrolment: newEnrolment(openYear, today()), enrols: mayEnrol && openYear !== undefined },
    validate: ({ details, enrolment, enrols }) => validateWith(input)({ details, enrolment: enrols ? enrolment : null }),
  });

  const send = async ({ details, enrolment, enrols }: Values) => {
    setFailure(null);
    try {
      const { id } = await create.mutateAsync({ details: toDetails(details), enrolment: enrols ? enrolment : null });
      leaving.current = true;
      await navigate({ to: '/students/$studentId', params: { studentId: id } });
    } catch (error) {
      const refusal = toFailure(error);
      if (refusal.code !== 'invalidInput') return;
      setFailure(refusal);
      applyFieldErrors(form, refusal);
    }
  };
  const save = form.onSubmit((values) => void send(values), (errors) => focusFirstError(form, Object.keys(errors)));
  const leave = () => router.history.back();
  useFormKeys({ onSave: () => save(), onLeave: leave });

  return (
    <form onSubmit={save} noValidate aria-label={t('form.label')}>
      <Stack>
        <DetailFields form={form} autoFocus="familyEl" />
        {mayEnrol && (
          <Fieldset legend={t('form.enrolment')} bg="var(--rollbook-surface)">
            <Stack gap="sm">
              <Checkbox label={t('form.enrols')} {...form.getInputProps('enrols', { type: 'checkbox' })} />
              {form.getValues().enrols && <EnrolmentFields form={form} />}
            </Stack>
          </Fieldset>
        )}
        <FormFailure failure={failure} />
        <Group className={classes.bar}>
          <Button type="submit" loading={create.isPending} leftSection={<IconDeviceFloppy size={17} aria-hidden />} rightSection={<Kbd size="xs">{writeShortcut('S')}</Kbd>}>
            {t('form.create')}
          </Button>
          <Button variant="default" onClick={leave} rightSection={<Kbd size="xs">{escapeKey}</Kbd>}>{t('common:actions.cancel')}</Button>
        </Group>
      </Stack>
      <LeaveGuard isDirty={() => !leaving.current && form.isDirty()} />
    </form>
  );
}
