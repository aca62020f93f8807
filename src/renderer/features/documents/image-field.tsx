import { Button, FileButton, Group, Input, Text } from '@mantine/core';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand, useQueryOf } from '../../client/index.ts';

export interface ImageFieldProps { label: string; hint?: string; fileId: string | null; onChange: (fileId: string | null) => void }

/** A crest or signature: shown, chosen from a file, taken away. */
export function ImageField({ label, hint, fileId, onChange }: ImageFieldProps) {
  const { t } = useTranslation('documents');
  const upload = useCommand('documents.uploadImage');
  const image = useQueryOf('documents.image', { fileId: fileId ?? '' }, { enabled: fileId !== null });
  const take = async (file: File | null) => {
    if (!file) return;
    const content = new Uint8Array(await file.arrayBuffer());
    upload.mutate({ name: file.name, content }, { onSuccess: (made) => onChange(made.fileId) });
  };
  return (
    <Input.Wrapper label={label} description={hint} labelElement="div">
      <Group mt={6} gap="xs">
        {fileId !== null && image.data
          ? <img src={image.data.dataUrl} alt={label} style={{ maxWidth: 120, height: 44, objectFit: 'contain', background: '#fff', borderRadius: 4, padding: 3 }} />
          : <Text size="sm" c="dimmed">{t('image.none')}</Text>}
        <FileButton accept="image/png,image/jpeg" onChange={(file) => void take(file)}>
          {(button) => <Button {...button} size="xs" variant="default" leftSection={<IconPhoto size={15} aria-hidden />} loading={upload.isPending} aria-label={t('image.chooseWhat', { what: label })}>{t('image.choose')}</Button>}
        </FileButton>
        {fileId !== null && (
          <Button size="xs" variant="subtle" color="gray" leftSection={<IconTrash size={15} aria-hidden />} aria-label={t('image.removeWhat', { what: label })} onClick={() => onChange(null)}>{t('image.remove')}</Button>
        )}
      </Group>
    </Input.Wrapper>
  );
}
