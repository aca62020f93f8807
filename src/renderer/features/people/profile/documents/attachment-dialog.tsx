import { FileInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { largestAttachment, type Attachment } from '#contract/family.ts';
import { contract } from '#contract/index.ts';
import { fieldClasses } from '#contract/permissions.ts';
import { useCommand, useMe } from '../../../../client/index.ts';
import { DialogForm, focusFirstError, useSave, validateWith } from '../../../../ui/index.ts';

const rules = contract['attachments.update'].input.pick({ title: true, fieldClass: true, note: true });
const classForm = z.enum(fieldClasses);
const megabytes = largestAttachment / 1024 / 1024;
const accept = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt,.ods,.txt';
/** A title to begin with: the file's name without its ending. */
const titleOf = (file: File | null): string => file?.name.replace(/\.[^.]+$/, '').slice(0, 200) ?? '';

export interface AttachmentDialogProps {
  studentId: string;
  /** Null: a new one. */
  attachment: Attachment | null;
  /** A file that was dropped on the window. */
  dropped: File | null;
  onClose: () => void;
}

/** Attaches a document, or changes what is said of one. */
export function AttachmentDialog({ studentId, attachment, dropped, onClose }: AttachmentDialogProps) {
  const { t } = useTranslation(['family', 'fields']);
  const classes = useMe()?.fieldClasses ?? [];
  const upload = useCommand('attachments.upload', { handles: errorCodes });
  const update = useCommand('attachments.update', { handles: errorCodes });
  const validate = validateWith(rules);
  const form = useForm<{ file: File | null; title: string; fieldClass: Attachment['fieldClass']; note: string }>({
    initialValues: { file: dropped, title: attachment?.title ?? titleOf(dropped), fieldClass: attachment?.fieldClass ?? 'ordinary', note: attachment?.note ?? '' },
    validate: (values) => ({ ...validate(values), ...(attachment || values.file ? {} : { file: t('document.needFile') }) }),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(({ file, ...facts }) => void save(async () => {
    if (attachment) return update.mutateAsync({ id: attachment.id, rev: attachment.rev, ...facts });
    if (!file) return;
    return upload.mutateAsync({ studentId, name: file.name, content: new Uint8Array(await file.arrayBuffer()), ...facts });
  }), (errors) => focusFirstError(form, Object.keys(errors)));
  const choose = (file: File | null) => {
    form.setFieldValue('file', file);
    if (form.getValues().title === '') form.setFieldValue('title', titleOf(file));
  };
  return (
    <DialogForm title={attachment ? t('document.edit') : t('document.add')} busy={upload.isPending || update.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      {!attachment && (
        <FileInput label={t('document.file')} description={t('document.fileHint', { megabytes })} required accept={accept} leftSection={<IconPaperclip size={16} aria-hidden />}
          placeholder={t('document.needFile')} {...form.getInputProps('file')} onChange={choose} />
      )}
      <TextInput label={t('fields:title')} required data-autofocus autoComplete="off" {...form.getInputProps('title')} />
      <Select label={t('fields:fieldClass')} required allowDeselect={false} value={form.getValues().fieldClass}
        data={fieldClasses.filter((value) => classes.includes(value)).map((value) => ({ value, label: t(`fieldClass.${value}`) }))}
        onChange={(value) => form.setFieldValue('fieldClass', classForm.parse(value))} />
      <Textarea label={t('fields:note')} autosize minRows={1} maxRows={4} maxLength={500} {...form.getInputProps('note')} />
    </DialogForm>
  );
}
