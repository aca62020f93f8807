import { Alert, Button, FileButton, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconFileImport, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../i18n/dynamic.ts';
import { Page } from '../../ui/index.ts';
import classes from './exchange.module.css';
import { ImportList } from './import-list.tsx';
import { ProfilesDialog } from './profiles-dialog.tsx';
import { RosterExport } from './roster-export.tsx';
import { TemplateMenu } from './template-menu.tsx';
import { useStartImport } from './use-start-import.ts';

/** What the file dialog offers; the program itself goes by content, not by name. */
const accepted = '.csv,.txt,.tsv,.xlsx,.xls,.ods,.json,.zip';

/** Where a student file enters, and the imports so far. */
export function ImportsPage() {
  const { t } = useTranslation(['exchange', 'common']);
  const { start, busy, failure } = useStartImport();
  const [isManaging, setIsManaging] = useState(false);
  const profiles = <Button variant="default" leftSection={<IconTemplate size={16} aria-hidden />} onClick={() => setIsManaging(true)}>{t('profile.all')}</Button>;
  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={<><RosterExport />{profiles}<TemplateMenu /></>}>
      <Stack gap="lg">
        <Paper className={classes.drop}>
          <Stack align="center" gap="xs">
            <IconFileImport size={40} stroke={1.3} aria-hidden />
            <Title order={2}>{t('drop.title')}</Title>
            <Text c="dimmed" ta="center" maw={520}>{t('drop.text')}</Text>
            <FileButton accept={accepted} onChange={(file) => file && void start(file)}>
              {(button) => <Button {...button} loading={busy} mt="xs">{t('common:actions.chooseFile')}</Button>}
            </FileButton>
            {busy && <Text size="sm" role="status"><Loader size="xs" mr="xs" />{t('drop.sending')}</Text>}
          </Stack>
        </Paper>
        {failure && <Alert color="red" role="alert" title={t('failed.title')}>{describeFailure(failure)}</Alert>}
        <ImportList />
        {isManaging && <ProfilesDialog onClose={() => setIsManaging(false)} />}
      </Stack>
    </Page>
  );
}
