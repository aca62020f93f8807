import { Button, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';

type Demo = NonNullable<Output<'setup.status'>['demo']>;

/** The demonstration's accounts, one for each role, each a button. */
export function DemoAccounts({ demo, busy, onChoose }: { demo: Demo; busy: boolean; onChoose: (username: string) => void }) {
  const { t } = useTranslation(['session', 'common']);
  return (
    <Paper p="lg" mt="md" radius="lg">
      <Title order={2} size="h3">{t('signIn.demo')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('signIn.demoText')}</Text>
      <SimpleGrid cols={2} spacing="xs">
        {demo.accounts.map((account) => (
          <Button key={account.username} variant="default" h="auto" py={7} justify="flex-start" disabled={busy} onClick={() => onChoose(account.username)}>
            <span style={{ textAlign: 'left', lineHeight: 1.3 }}>
              <Text span fw={600} size="sm" display="block">{t(`common:role.${account.role}`)}</Text>
              <Text span size="xs" c="dimmed" display="block">{account.displayName}</Text>
            </span>
          </Button>
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt="sm">{t('signIn.demoPassword', { password: demo.password, recoveryCode: demo.recoveryCode })}</Text>
    </Paper>
  );
}
