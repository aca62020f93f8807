import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Score } from '#contract/grading-parts.ts';
import { DialogForm } from '../../ui/index.ts';

/** What the teacher has to say to a mark. */
export function CommentDialog({ score, onSave, onClose }: { score: Score | undefined; onSave: (comment: string) => void; onClose: () => void }) {
  const { t } = useTranslation('grading');
  const form = useForm({ initialValues: { comment: score?.comment ?? '' } });
  const submit = form.onSubmit(({ comment }) => {
    if (score) onSave(comment.trim());
    onClose();
  });
  return (
    <DialogForm title={t('comment.title')} busy={false} failure={null} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <Textarea label={t('comment.label')} description={score ? undefined : t('comment.needsMark')} disabled={!score} autosize minRows={3} maxLength={1000} data-autofocus {...form.getInputProps('comment')} />
    </DialogForm>
  );
}
