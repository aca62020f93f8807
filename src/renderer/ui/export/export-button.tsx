import { ActionIcon, Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../client/index.ts';
import { ExportDialog, type ExportListInput } from './export-dialog.tsx';
import { useExportHere } from './export-here.ts';

export interface ExportButtonProps {
  /** The list on the screen, as it is narrowed; null while there is none yet. */
  list: ExportListInput | null;
  /** Only its picture, where there is no room for the word. */
  compact?: boolean;
}

/** Exports the list on the screen: the same button, dialog and command of the palette wherever there is a list. */
export function ExportButton({ list, compact }: ExportButtonProps) {
  const { t } = useTranslation('export');
  const isOffered = useMay()('exports:run') && list !== null;
  const [opened, setOpened] = useState(false);
  const open = () => setOpened(true);
  useExportHere(isOffered ? open : null);
  if (!isOffered) return null;
  return (
    <>
      {compact
        ? <ActionIcon variant="default" size={36} aria-label={t('open')} title={t('open')} onClick={open}><IconDownload size={18} aria-hidden /></ActionIcon>
        : <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={open}>{t('open')}</Button>}
      <ExportDialog opened={opened} onClose={() => setOpened(false)} lists={[list]} />
    </>
  );
}
