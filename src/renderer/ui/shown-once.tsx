import { Button, Group, Stack } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../platform/save-file.ts';
import { copyText, printPage } from '../platform/system.ts';
import { PrintSheet } from './print-sheet.tsx';
import classes from './shown-once.module.css';

export interface ShownOnceProps {
  /** What the codes are, for a screen reader. */
  label: string;
  codes: readonly string[];
  /** How they stand on paper and in the file: for whom, and what to do with them. */
  sheet: { title: string; lines: readonly string[]; text: string };
  /** Offers a text file of this name as well. */
  fileName?: string;
}

/** Secrets that the program shows this once, large, with Copy and Print; on paper they have a sheet of their own. */
export function ShownOnce({ label, codes, sheet, fileName }: ShownOnceProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const save = (name: string) => {
    const lines = [sheet.title, ...sheet.lines, '', ...codes, '', sheet.text, ''];
    // The byte order mark lets Windows' editor read the Greek.
    saveFile(name, 'text/plain;charset=utf-8', `\uFEFF${lines.join('\r\n')}`);
  };
  const copy = async () => setCopied((await copyText(codes.join('\n'))) ? 'yes' : 'no');
  return (
    <Stack gap="sm">
      <Codes label={label} codes={codes} />
      <Group grow>
        <Button variant="default" leftSection={copied === 'yes' ? <IconCheck size={17} aria-hidden /> : <IconCopy size={17} aria-hidden />} onClick={() => void copy()}>
          <span role="status">{copied === 'yes' ? t('shownOnce.copied') : copied === 'no' ? t('shownOnce.notCopied') : t('shownOnce.copy')}</span>
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={17} aria-hidden />} onClick={printPage}>{t('actions.print')}</Button>
        {fileName && <Button variant="default" leftSection={<IconDownload size={17} aria-hidden />} onClick={() => save(fileName)}>{t('shownOnce.save')}</Button>}
      </Group>
      <PrintSheet title={sheet.title}>
        {sheet.lines.map((line) => <p key={line}>{line}</p>)}
        <Codes label={label} codes={codes} />
        <p>{sheet.text}</p>
      </PrintSheet>
    </Stack>
  );
}

function Codes({ label, codes }: Pick<ShownOnceProps, 'label' | 'codes'>) {
  return <ul className={classes.codes} aria-label={label} data-single={codes.length === 1 || undefined}>{codes.map((code) => <li key={code}>{code}</li>)}</ul>;
}
