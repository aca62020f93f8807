import { ActionIcon, Button, Group, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconDownload, IconPaperclip, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#contract/family.ts';
import { call, reportFailure, useCommand, useMay, useQueryOf } from '../../../../client/index.ts';
import { saveFile } from '../../../../platform/save-file.ts';
import { EmptyState, LoadState, MomentText, registerFileTarget, RowActions } from '../../../../ui/index.ts';
import { AttachmentDialog } from './attachment-dialog.tsx';
import { writeSize } from './write-size.ts';

/** The documents kept with a student. A file dropped on the window while this is open is attached here. */
export function AttachmentsSection({ studentId }: { studentId: string }) {
  const { t } = useTranslation(['family', 'common']);
  const mayAdd = useMay()('attachments:create');
  const query = useQueryOf('attachments.list', { studentId });
  const [edited, setEdited] = useState<Attachment | 'new' | File | null>(null);
  useEffect(() => (mayAdd ? registerFileTarget((file) => setEdited(file)) : undefined), [mayAdd]);
  const add = mayAdd && <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('document.add')}</Button>;
  const isFile = edited instanceof File;
  return (
    <LoadState query={query}>
      {({ attachments }) => (
        <Stack align="stretch">
          {attachments.length === 0 ? <EmptyState icon={<IconPaperclip />} title={t('document.none')} text={t('document.noneText')}>{add}</EmptyState> : (
            <>
              <Group justify="space-between">{mayAdd && <Text size="sm" c="dimmed">{t('document.drop')}</Text>}{add}</Group>
              <Table.ScrollContainer minWidth={700}>
                <Table aria-label={t('document.list')} verticalSpacing="xs">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('document.columns.title')}</Table.Th><Table.Th>{t('document.columns.kind')}</Table.Th><Table.Th>{t('document.columns.class')}</Table.Th>
                      <Table.Th>{t('document.columns.added')}</Table.Th><Table.Td />
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>{attachments.map((attachment) => <AttachmentRow key={attachment.id} attachment={attachment} onEdit={() => setEdited(attachment)} />)}</Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </>
          )}
          {edited && <AttachmentDialog studentId={studentId} attachment={edited === 'new' || isFile ? null : edited} dropped={isFile ? edited : null} onClose={() => setEdited(null)} />}
        </Stack>
      )}
    </LoadState>
  );
}

function AttachmentRow({ attachment, onEdit }: { attachment: Attachment; onEdit: () => void }) {
  const { t } = useTranslation(['family', 'common', 'history']);
  const may = useMay();
  const remove = useCommand('attachments.remove');
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      const { name, mime, content } = await call('attachments.download', { id: attachment.id });
      saveFile(name, mime, content);
    } catch (error) {
      reportFailure(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {attachment.title}
        {attachment.note && <Text size="xs" c="dimmed" fw={400}>{attachment.note}</Text>}
      </Table.Th>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{attachment.fileName}<Text size="xs" c="dimmed">{writeSize(t, attachment.size)}</Text></Table.Td>
      <Table.Td>{t(`fieldClass.${attachment.fieldClass}`)}</Table.Td>
      <Table.Td><MomentText at={attachment.addedAt} /><Text size="xs" c="dimmed">{attachment.addedBy ?? t('history:program')}</Text></Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <Tooltip label={t('document.download', { what: attachment.title })}>
            <ActionIcon variant="subtle" loading={saving} aria-label={t('document.download', { what: attachment.title })} onClick={() => void save()}><IconDownload size={16} aria-hidden /></ActionIcon>
          </Tooltip>
          <RowActions what={attachment.title} onEdit={may('attachments:edit') && onEdit}
            onRemove={may('attachments:delete') && (() => remove.mutate({ id: attachment.id, rev: attachment.rev }))} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
