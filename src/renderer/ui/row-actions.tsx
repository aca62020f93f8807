import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Edit and remove at the end of a line; removing needs no question because Undo follows at once. */
export function RowActions({ what, onEdit, onRemove }: { what: string; onEdit: () => void; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <Tooltip label={t('actions.edit')}>
        <ActionIcon variant="subtle" aria-label={t('editWhat', { what })} onClick={onEdit}><IconPencil size={16} aria-hidden /></ActionIcon>
      </Tooltip>
      <Tooltip label={t('actions.remove')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('removeWhat', { what })} onClick={onRemove}><IconTrash size={16} aria-hidden /></ActionIcon>
      </Tooltip>
    </Group>
  );
}
