import { Button, Group, NumberInput, Select, SimpleGrid, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import type { Gradebook } from '#contract/grading-parts.ts';
import { contract } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { DateField, DialogForm, focusFirstError, RemoveDialog, useSave, validateWith } from '../../ui/index.ts';

type Work = Gradebook['assessments'][number];
export interface AssessmentDialogProps {
  book: Gradebook;
  /** Null: a new one. */
  work: Work | null;
  reason: string | null; onClose: () => void;
}
const rules = z.object({ assessment: contract['assessments.save'].input.shape.assessment });

/** The date that a new piece of work gets: today, or the nearest day of the term. */
function usualDate(term: { startDate: string; endDate: string } | undefined): string {
  const today = new Date().toLocaleDateString('sv-SE');
  if (!term) return today;
  return today < term.startDate ? term.startDate : today > term.endDate ? term.endDate : today;
}

/** Enters or edits a piece of work; an existing one can be published and removed here too. */
export function AssessmentDialog({ book, work, reason, onClose }: AssessmentDialogProps) {
  const { t } = useTranslation(['grading', 'common']);
  const format = useFormat();
  const may = useMay();
  const save = useCommand('assessments.save', { handles: errorCodes });
  const publish = useCommand('assessments.publish', { handles: errorCodes });
  const [removing, setRemoving] = useState(false);
  const { categories } = book.scheme;
  const form = useForm({
    initialValues: {
      published: work ? work.publishedAt !== null : false,
      assessment: work ? { ...work, description: work.description ?? '', termId: book.termId ?? '' } : {
        termId: book.termId ?? '', categoryId: categories[0]?.id ?? null, title: '', maxScore: book.assessments.at(-1)?.maxScore ?? book.scale.max, weight: 1,
        dueDate: usualDate(book.terms.find(({ id }) => id === book.termId)), description: '',
      },
    },
    validate: validateWith(rules),
  });
  const { failure, save: send } = useSave(form, onClose);
  const submit = form.onSubmit((values) => void send(async () => {
    const { id, rev } = await save.mutateAsync({ sectionId: book.section.id, id: work?.id ?? null, rev: work?.rev ?? null, assessment: values.assessment, reason });
    if (values.published !== (work ? work.publishedAt !== null : false)) await publish.mutateAsync({ id, rev, published: values.published, reason });
  }), (errors) => focusFirstError(form, Object.keys(errors)));
  const field = (name: keyof typeof form.values.assessment & ('title' | 'description' | 'maxScore' | 'weight')) => ({ ...form.getInputProps(`assessment.${name}`), label: t(`field.${name}`), autoComplete: 'off' });
  const leaves = book.terms.filter(({ hasParts }) => !hasParts);
  if (removing && work) return <RemoveWork work={work} reason={reason} onClose={onClose} onBack={() => setRemoving(false)} />;
  return (
    <DialogForm title={work ? t('editWork') : t('newWork')} busy={save.isPending || publish.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <TextInput {...field('title')} required data-autofocus maxLength={120} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        {categories.length > 0 && (
          <Select label={t('field.category')} required allowDeselect={false} {...form.getInputProps('assessment.categoryId')}
            data={categories.map((one) => ({ value: one.id, label: pickName(format, one.nameEl, one.nameEn) }))} />
        )}
        <DateField label={t('field.dueDate')} required {...form.getInputProps('assessment.dueDate')} />
        <NumberInput {...field('maxScore')} required min={0} decimalScale={2} decimalSeparator={format.language === 'el' ? ',' : '.'} />
        <NumberInput {...field('weight')} required min={0} decimalScale={2} decimalSeparator={format.language === 'el' ? ',' : '.'} />
        {leaves.length > 1 && (
          <Select label={t('field.term')} required allowDeselect={false} {...form.getInputProps('assessment.termId')}
            data={leaves.map((one) => ({ value: one.id, label: pickName(format, one.nameEl, one.nameEn) }))} />
        )}
      </SimpleGrid>
      <Textarea {...field('description')} autosize minRows={2} maxLength={1000} />
      <Group justify="space-between" align="flex-end">
        {may('assessments:edit') && <Switch label={t('field.published')} description={t('field.publishedHint')} {...form.getInputProps('published', { type: 'checkbox' })} />}
        {work && may('assessments:delete') && <Button variant="subtle" color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setRemoving(true)}>{t('common:actions.remove')}</Button>}
      </Group>
    </DialogForm>
  );
}

function RemoveWork({ work, reason, onClose, onBack }: { work: Work; reason: string | null; onClose: () => void; onBack: () => void }) {
  const remove = useCommand('assessments.remove');
  const query = useQueryOf('assessments.dependents', { id: work.id });
  return <RemoveDialog what={work.title} query={query} busy={remove.isPending} onConfirm={() => remove.mutate({ id: work.id, rev: work.rev, reason }, { onSuccess: onClose })} onClose={onBack} />;
}
