import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { saveFile } from '../platform/save-file.ts';
import { printPage } from '../platform/system.ts';
import { PrintSheet } from './print-sheet.tsx';
import classes from './recovery-code.module.css';

export interface RecoveryCodeProps {
  code: string;
  /** The school's name, for the sheet. */
  school: string;
  /** The code was printed or saved. */
  onKept: () => void;
}

/** The recovery code, large and in groups, with Print and Save; on paper it is a sheet of its own. */
export function RecoveryCode({ code, school, onKept }: RecoveryCodeProps) {
  const { t } = useTranslation('setup');
  const format = useFormat();
  const made = t('recovery.made', { date: format.moment(Date.now()) });
  const print = () => {
    printPage();
    onKept();
  };
  const save = () => {
    const lines = [t('recovery.sheetTitle'), school, '', code, '', t('recovery.sheetText'), made, ''];
    // The byte order mark lets Windows' editor read the Greek.
    saveFile(t('recovery.fileName'), 'text/plain;charset=utf-8', `\uFEFF${lines.join('\r\n')}`);
    onKept();
  };
  return (
    <Stack>
      <Code code={code} label={t('recovery.code')} />
      <Group grow>
        <Button variant="default" leftSection={<IconPrinter size={17} aria-hidden />} onClick={print}>{t('recovery.print')}</Button>
        <Button variant="default" leftSection={<IconDownload size={17} aria-hidden />} onClick={save}>{t('recovery.save')}</Button>
      </Group>
      <PrintSheet title={t('recovery.sheetTitle')}>
        <h2>{school}</h2>
        <Code code={code} label={t('recovery.code')} />
        <p>{t('recovery.sheetText')}</p>
        <Text size="sm">{made}</Text>
      </PrintSheet>
    </Stack>
  );
}

function Code({ code, label }: { code: string; label: string }) {
  return <output className={classes.code} aria-label={`${label}: ${code}`}>{code.split('-').map((group, at) => <span key={at}>{group}</span>)}</output>;
}
