import { ActionIcon, Button, Group, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '#contract/custom-fields.ts';
import { useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { LoadState, RemoveDialog, RowActions } from '../../ui/index.ts';
import { CustomFieldDialog } from './custom-field-dialog.tsx';
import { Section } from './section.tsx';

/** The fields that the school adds to its students: defined in both languages, put in order, archived. */
export function CustomFieldsSection() {
  const { t } = useTranslation('family');
  const may = useMay();
  const query = useQueryOf('customFields.list', {});
  const reorder = useCommand('customFields.reorder');
  const [edited, setEdited] = useState<CustomField | 'new' | null>(null);
  const [removed, setRemoved] = useState<CustomField | null>(null);
  return (
    <Section id="custom-fields" title={t('fields.title')} text={t('fields.text')}>
      <LoadState query={query}>
        {({ fields }) => {
          const move = (from: number, by: -1 | 1) => {
            const ids = fields.map(({ id }) => id);
            const [moved] = ids.splice(from, 1);
            if (moved === undefined) return;
            ids.splice(from + by, 0, moved);
            reorder.mutate({ ids });
          };
          return (
            <Stack align="stretch">
              {fields.length === 0 ? <Text size="sm">{t('fields.none')}</Text> : (
                <Table.ScrollContainer minWidth={680}>
                  <Table aria-label={t('fields.title')} verticalSpacing={6}>
                    <Table.Thead>
                      <Table.Tr>
                        <Table.Th>{t('fields.columns.label')}</Table.Th><Table.Th>{t('fields.columns.type')}</Table.Th><Table.Th>{t('fields.columns.class')}</Table.Th>
                        <Table.Th>{t('fields.columns.state')}</Table.Th><Table.Td />
                      </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                      {fields.map((field, at) => (
                        <FieldRow key={field.id} field={field} busy={reorder.isPending} onEdit={() => setEdited(field)} onRemove={() => setRemoved(field)}
                          onUp={at > 0 ? () => move(at, -1) : undefined} onDown={at < fields.length - 1 ? () => move(at, 1) : undefined} />
                      ))}
                    </Table.Tbody>
                  </Table>
                </Table.ScrollContainer>
              )}
              {may('customFields:create') && <Group><Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('fields.add')}</Button></Group>}
            </Stack>
          );
        }}
      </LoadState>
      {edited && <CustomFieldDialog field={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {removed && <RemoveField field={removed} onClose={() => setRemoved(null)} />}
    </Section>
  );
}

interface FieldRowProps { field: CustomField; busy: boolean; onEdit: () => void; onRemove: () => void; onUp?: () => void; onDown?: () => void }

function FieldRow({ field, busy, onEdit, onRemove, onUp, onDown }: FieldRowProps) {
  const { t } = useTranslation('family');
  const format = useFormat();
  const may = useMay();
  const archive = useCommand('customFields.archive');
  const what = pickName(format, field.labelEl, field.labelEn);
  const other = format.language === 'el' ? field.labelEn : field.labelEl;
  const [upLabel, downLabel] = [t('fields.up', { what }), t('fields.down', { what })];
  const archiveLabel = field.archived ? t('fields.unarchive', { what }) : t('fields.archive', { what });
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>{what}<Text size="xs" c="dimmed" fw={400}>{other}</Text></Table.Th>
      <Table.Td>{t(`fields.types.${field.type}`)}{field.type === 'choice' && <Text size="xs" c="dimmed">{field.options.map((option) => pickName(format, option.labelEl, option.labelEn)).join(', ')}</Text>}</Table.Td>
      <Table.Td>{t(`fieldClass.${field.fieldClass}`)}</Table.Td>
      <Table.Td>{[field.archived ? t('fields.archived') : t('fields.inUse'), field.required && t('fields.required')].filter(Boolean).join(', ')}</Table.Td>
      <Table.Td>
        {may('customFields:edit') && (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Tooltip label={upLabel}><ActionIcon variant="subtle" color="gray" aria-label={upLabel} disabled={!onUp || busy} onClick={onUp}><IconArrowUp size={16} aria-hidden /></ActionIcon></Tooltip>
            <Tooltip label={downLabel}><ActionIcon variant="subtle" color="gray" aria-label={downLabel} disabled={!onDown || busy} onClick={onDown}><IconArrowDown size={16} aria-hidden /></ActionIcon></Tooltip>
            <Tooltip label={archiveLabel}>
              <ActionIcon variant="subtle" color="gray" aria-label={archiveLabel} onClick={() => archive.mutate({ id: field.id, rev: field.rev, archived: !field.archived })}>
                {field.archived ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />}
              </ActionIcon>
            </Tooltip>
            <RowActions what={what} onEdit={onEdit} onRemove={may('customFields:delete') && onRemove} />
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function RemoveField({ field, onClose }: { field: CustomField; onClose: () => void }) {
  const format = useFormat();
  const query = useQueryOf('customFields.dependents', { id: field.id });
  const remove = useCommand('customFields.remove');
  return (
    <RemoveDialog what={pickName(format, field.labelEl, field.labelEn)} query={query} busy={remove.isPending} onClose={onClose}
      onConfirm={() => remove.mutate({ id: field.id, rev: field.rev }, { onSettled: onClose })} />
  );
}
