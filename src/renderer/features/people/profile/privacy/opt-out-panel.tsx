import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconAddressBook, IconAddressBookOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMay } from '../../../../client/index.ts';

/** Whether the student may stand in lists that leave the school. */
export function OptOutPanel({ studentId, optedOut }: { studentId: string; optedOut: boolean }) {
  const { t } = useTranslation('privacy');
  const mayEdit = useMay()('students:edit');
  const command = useCommand('privacy.setOptOut');
  return (
    <Stack gap="xs" component="section" aria-label={t('optOut.title')}>
      <Title order={2} size="h3">{t('optOut.title')}</Title>
      <Text size="sm" maw={720} fw={optedOut ? 600 : undefined}>{t(optedOut ? 'optOut.isOut' : 'optOut.isIn')}</Text>
      <Text size="sm" maw={720} c="dimmed">{t('optOut.other')}</Text>
      {mayEdit && (
        <Group>
          <Button variant="default" loading={command.isPending} leftSection={optedOut ? <IconAddressBook size={16} aria-hidden /> : <IconAddressBookOff size={16} aria-hidden />}
            onClick={() => command.mutate({ studentId, optedOut: !optedOut })}>{t(optedOut ? 'optOut.in' : 'optOut.out')}</Button>
        </Group>
      )}
    </Stack>
  );
}
