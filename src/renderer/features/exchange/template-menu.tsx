import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { templateTargets, type TemplateTarget } from '#contract/import-targets.ts';
import { targetWords } from '#contract/import-words.ts';
import { call, reportFailure } from '../../client/index.ts';
import { readLanguage } from '../../i18n/index.ts';
import { saveFile } from '../../platform/save-file.ts';

/** Hands out a workbook to fill in, for each kind of file, in the language of the window. */
export function TemplateMenu() {
  const { t } = useTranslation('exchange');
  const [busy, setBusy] = useState(false);
  const language = readLanguage();
  const take = async (target: TemplateTarget) => {
    setBusy(true);
    try {
      const { name, mime, content } = await call('exports.template', { target, language });
      saveFile(name, mime, content);
    } catch (error) {
      reportFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconTable size={16} aria-hidden />} rightSection={<IconChevronDown size={15} aria-hidden />}>{t('template.menu')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('template.hint')}</Menu.Label>
        {templateTargets.map((target) => <Menu.Item key={target} onClick={() => void take(target)}>{targetWords[target][language]}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}
