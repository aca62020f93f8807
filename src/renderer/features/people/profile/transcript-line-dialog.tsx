import { Checkbox, NumberInput, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { useCommand } from '../../../client/index.ts';
import { DialogForm, focusFirstError, useSave, validateWith } from '../../../ui/index.ts';
import type { Line } from './transcript-section.tsx';

const rules = z.object({ line: contract['transcripts.save'].input.shape.line });
const numbers = ['credits', 'ects', 'hours', 'value', 'gradePoints'] as const;
type Numbers = Record<(typeof numbers)[number], number | ''>;
type Values = { line: Numbers & { schoolName: string; yearLabel: string; level: string; courseCode: string; titleEl: string; titleEn: string; gradeEl: string; gradeEn: string; passed: boolean } };

const toValues = (line: Line | null): Values['line'] => ({
  schoolName: line?.schoolName ?? '', yearLabel: line?.yearLabel ?? '', level: line?.level ?? '', courseCode: line?.courseCode ?? '',
  titleEl: line?.titleEl ?? '', titleEn: line?.titleEn ?? '', gradeEl: line?.gradeEl ?? '', gradeEn: line?.gradeEn ?? '', passed: line?.passed ?? true,
  credits: line?.credits ?? '', ects: line?.ects ?? '', hours: line?.hours ?? '', value: line?.value ?? '', gradePoints: line?.gradePoints ?? '',
});
/** Numbers that were left empty go as null. */
const toInput = ({ line }: Values) => ({ line: { ...line, ...Object.fromEntries(numbers.map((name) => [name, line[name] === '' ? null : line[name]])) } });

/** Enters or edits a course that was done at another school. */
export function TranscriptLineDialog({ studentId, line, onClose }: { studentId: string; line: Line | null; onClose: () => void }) {
  const { t } = useTranslation(['results', 'fields']);
  const command = useCommand('transcripts.save', { handles: errorCodes });
  const check = validateWith(rules);
  const form = useForm<Values>({ initialValues: { line: toValues(line) }, validate: (values) => check(toInput(values)) });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ studentId, id: line?.id ?? null, rev: line?.rev ?? null, line: rules.parse(toInput(values)).line })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  const field = (name: Exclude<keyof Values['line'], 'passed'>) => ({ ...form.getInputProps(`line.${name}`), label: t(`fields:${name}`), autoComplete: 'off' });
  const number = (name: keyof Numbers, label?: string) => <NumberInput {...field(name)} {...(label ? { label } : {})} min={0} decimalScale={3} hideControls />;
  return (
    <DialogForm title={line ? t('lines.edit') : t('lines.add')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <Text size="sm" c="dimmed">{t('lines.hint')}</Text>
      <TextInput {...field('schoolName')} required data-autofocus />
      <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="sm">
        <TextInput {...field('yearLabel')} required /><TextInput {...field('level')} /><TextInput {...field('courseCode')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput {...field('titleEl')} required /><TextInput {...field('titleEn')} required />
        <TextInput {...field('gradeEl')} required /><TextInput {...field('gradeEn')} required />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 2, sm: 5 }} verticalSpacing="sm">
        {number('value', t('lines.value'))}{number('gradePoints')}{number('credits')}{number('ects')}{number('hours')}
      </SimpleGrid>
      <Checkbox {...form.getInputProps('line.passed', { type: 'checkbox' })} label={t('fields:passed')} />
    </DialogForm>
  );
}
