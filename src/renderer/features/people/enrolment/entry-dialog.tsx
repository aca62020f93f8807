import { Autocomplete, Checkbox, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { isoDate } from '#contract/fields.ts';
import { contract, type Output } from '#contract/index.ts';
import { useCommand, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DateField, DialogForm, focusFirstError, LoadState, useSave, validateWith } from '../../../ui/index.ts';
import { CodeSelect } from './code-select.tsx';
import { today } from './leave-dialog.tsx';
import { CrowdedNotice } from './plan-preview.tsx';
import { ReasonField } from './reason-field.tsx';

const rules = contract['enrolments.enter'].input.omit({ studentId: true });
type Years = Output<'students.facets'>['years'];
type Choices = Output<'enrolments.choices'>['sections'];

/** The class of each course that is proposed: those that were left, else the division's. */
export function proposeClasses(sections: Choices): string[] {
  const former = sections.filter((section) => section.former);
  return (former.length > 0 ? former : sections).map(({ id }) => id);
}

/** Entry, transfer in or return, with the classes from the first day on. */
export function EntryDialog(props: { studentId: string; isReturn: boolean; stay: { level: string; division: string | null } | null; onClose: () => void }) {
  const facets = useQueryOf('students.facets', {});
  return <LoadState query={facets} lines={1}>{({ years, levels, divisions }) => <EntryForm {...props} years={years} levels={levels.map(({ level }) => level)} divisions={divisions} />}</LoadState>;
}

interface EntryFormProps {
  studentId: string; isReturn: boolean; stay: { level: string; division: string | null } | null; onClose: () => void;
  years: Years; levels: string[]; divisions: Output<'students.facets'>['divisions'];
}

function EntryForm({ studentId, isReturn, stay, onClose, years, levels, divisions }: EntryFormProps) {
  const { t } = useTranslation(['enrolment', 'fields']);
  const command = useCommand('enrolments.enter', { handles: errorCodes });
  const year = years.find(({ status }) => status === 'open') ?? years[0];
  const inYear = year && today() >= year.startDate && today() <= year.endDate;
  const form = useForm({
    initialValues: {
      yearId: year?.id ?? '', level: stay?.level ?? '', division: stay?.division ?? '', entryDate: inYear ? today() : (year?.startDate ?? ''),
      entryCode: isReturn ? 'returned' : '', previousSchool: '', sectionIds: new Array<string>(), allowOver: false, reason: '',
    },
    validate: validateWith(rules),
  });
  const { failure, save } = useSave(form, onClose);
  const { yearId, level, division, entryDate, allowOver } = form.getValues();
  const submit = form.onSubmit(
    (sent) => void save(() => command.mutateAsync({ studentId, ...sent })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  const own = divisions.filter((item) => level === '' || item.level === level).map((item) => item.division);
  const isReady = yearId !== '' && level.trim() !== '' && isoDate.safeParse(entryDate).success;
  const choices = useQueryOf('enrolments.choices', { studentId, yearId, level: level.trim(), division: division.trim() || null, date: entryDate }, { enabled: isReady, keep: true });
  const proposal = choices.data?.sections;
  useEffect(() => {
    if (proposal) form.setFieldValue('sectionIds', proposeClasses(proposal));
    // A new proposal replaces the choice; the form itself never changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [proposal]);
  return (
    <DialogForm title={t('enrol.title')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <Text size="sm" c="dimmed">{isReturn ? t('enrol.returnHint') : t('enrol.hint')}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <Select {...form.getInputProps('yearId')} label={t('fields:yearId')} required allowDeselect={false} data={years.map(({ id, label }) => ({ value: id, label }))} />
        <DateField {...form.getInputProps('entryDate')} label={t('fields:entryDate')} required />
        <Autocomplete {...form.getInputProps('level')} label={t('fields:level')} required data={levels} data-autofocus />
        <Autocomplete {...form.getInputProps('division')} label={t('fields:division')} data={[...new Set(own)]} />
        <CodeSelect kind="entry" {...form.getInputProps('entryCode')} value={form.getValues().entryCode} label={t('fields:entryCode')} required allowDeselect={false}
          onChange={(code) => form.setFieldValue('entryCode', code ?? '')} />
        <TextInput {...form.getInputProps('previousSchool')} label={t('fields:previousSchool')} autoComplete="off" />
        <ReasonField yearId={yearId} {...form.getInputProps('reason')} />
      </SimpleGrid>
      {isReady && choices.data && (
        <>
          <ClassChoice sections={choices.data.sections} value={form.getValues().sectionIds} onChange={(ids) => form.setFieldValue('sectionIds', ids)} />
          <CrowdedNotice crowded={choices.data.crowded} allowOver={allowOver} onAllow={(allow) => form.setFieldValue('allowOver', allow)} />
        </>
      )}
    </DialogForm>
  );
}

function ClassChoice({ sections, value, onChange }: { sections: Choices; value: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  return (
    <Checkbox.Group label={t('enrol.classes')} value={value} onChange={onChange}>
      {sections.length === 0 ? <Text size="sm" c="dimmed">{t('enrol.noClasses')}</Text> : (
        <Stack mah={190} gap={6} mt={6} style={{ overflowY: 'auto' }} tabIndex={0} role="group" aria-label={t('enrol.classes')}>
          {sections.map((section) => (
            <Checkbox key={section.id} value={section.id}
              label={`${section.code} · ${pickName(format, section.nameEl, section.nameEn)}${section.former ? ` (${t('enrol.former')})` : ''}`} />
          ))}
        </Stack>
      )}
    </Checkbox.Group>
  );
}
