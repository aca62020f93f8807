import { Loader, Stack, Text, ThemeIcon, UnstyledButton } from '@mantine/core';
import { IconArchive, IconBuildingCommunity, IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { refreshGate, useCommand } from '../../client/index.ts';
import { GateFrame } from '../../ui/index.ts';
import classes from './setup.module.css';

export interface WelcomeScreenProps {
  onCreate: () => void;
  onRestore: () => void;
}

/** The first screen of all: a new school, the demonstration, or a backup. */
export function WelcomeScreen({ onCreate, onRestore }: WelcomeScreenProps) {
  const { t } = useTranslation('setup');
  const demonstration = useCommand('setup.demonstration');
  const openDemo = () => demonstration.mutate({}, { onSuccess: () => void refreshGate() });
  const busy = demonstration.isPending;
  return (
    <GateFrame title={t('welcome.title')} text={t('welcome.text')} width={520}>
      <Stack gap="sm">
        <Choice icon={IconBuildingCommunity} title={t('welcome.create')} text={t('welcome.createText')} disabled={busy} onClick={onCreate} first />
        <Choice icon={IconEye} title={t('welcome.demo')} text={t(busy ? 'welcome.demoBusy' : 'welcome.demoText')} disabled={busy} busy={busy} onClick={openDemo} />
        <Choice icon={IconArchive} title={t('welcome.restore')} text={t('welcome.restoreText')} disabled={busy} onClick={onRestore} />
      </Stack>
    </GateFrame>
  );
}

interface ChoiceProps {
  icon: typeof IconEye;
  title: string;
  text: string;
  disabled: boolean;
  busy?: boolean;
  first?: boolean;
  onClick: () => void;
}

function Choice({ icon: Icon, title, text, disabled, busy, first, onClick }: ChoiceProps) {
  return (
    <UnstyledButton className={classes.choice} disabled={disabled} onClick={onClick}>
      <ThemeIcon size={40} variant={first ? 'filled' : 'light'} aria-hidden><Icon size={22} stroke={1.5} /></ThemeIcon>
      <span style={{ flex: 1 }}>
        <Text span fw={600} display="block">{title}</Text>
        <Text span size="sm" c="dimmed" display="block" role={busy ? 'status' : undefined}>{text}</Text>
      </span>
      {busy && <Loader size="sm" />}
    </UnstyledButton>
  );
}
