import { Group, Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writeShortcut } from '../platform/system.ts';

const shortcuts = [
  { key: 'palette', keys: writeShortcut('K') }, { key: 'undo', keys: writeShortcut('Z') }, { key: 'lock', keys: writeShortcut('L') },
  { key: 'save', keys: writeShortcut('S') }, { key: 'close', keys: 'Esc' }, { key: 'shortcuts', keys: '?' },
] as const;

/** What the keyboard can do. */
export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <Modal opened={opened} onClose={onClose} title={t('shortcuts')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {shortcuts.map(({ key, keys }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>{t(`help.${key}`)}</Table.Th>
              <Table.Td><Group justify="flex-end"><Kbd>{keys}</Kbd></Group></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
