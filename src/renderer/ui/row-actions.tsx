import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface RowActionsProps {
  what: string;
  /** False: not for this user. */
  onEdit: (() => void) | false;
  onRemove: (() => void) | false;
}

/** Edit and remove at the end of a line, each where it is allowed; removing needs no question because Undo follows at once. */
export function RowActions({ what, onEdit, onRemove }: RowActionsProps) {
  const { t } = useTranslation();
  if (!onEdit && !onRemove) return null;
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      {onEdit && (
        <Tooltip label={t('actions.edit')}>
          <ActionIcon variant="subtle" aria-label={t('editWhat', { what })} onClick={onEdit}><IconPencil size={16} aria-hidden /></ActionIcon>
        </Tooltip>
      )}
      {onRemove && (
        <Tooltip label={t('actions.remove')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('removeWhat', { what })} onClick={onRemove}><IconTrash size={16} aria-hidden /></ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}
