import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useCommand, useMay, useMe } from '../../client/index.ts';
import { translateKey } from '../../i18n/dynamic.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { ConfirmDialog, RecoveryCode } from '../../ui/index.ts';
import { Section } from './section.tsx';

/** Where the data lies, who keeps its key, and a new recovery code. */
export function DataSection({ data }: { data: Output<'settings.get'> }) {
  const { t } = useTranslation('settings');
  const may = useMay();
  const lines = [
    [t('data.folder'), <Text key="folder" span size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>{data.dataFolder}</Text>],
    [t('data.keyHolder'), translateKey('settings', `data.holder.${data.keyHolder}`) ?? data.keyHolder],
    [t('data.version'), data.version],
  ] as const;
  return (
    <Section id="keys" title={t('data.title')} text={t('data.encrypted')}>
      <Table layout="fixed" withRowBorders={false} horizontalSpacing={0} verticalSpacing={6}>
        <Table.Tbody>
          {lines.map(([label, value]) => (
            <Table.Tr key={label}><Table.Th scope="row" w={190} fw={400} c="dimmed">{label}</Table.Th><Table.Td>{value}</Table.Td></Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {may('keys:export') && <RenewRecovery />}
    </Section>
  );
}

function RenewRecovery() {
  const { t } = useTranslation('settings');
  const me = useMe();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const [kept, setKept] = useState(false);
  const renew = useCommand('keys.renewRecovery');
  const confirm = useCommand('keys.confirmRecovery');
  const start = () => {
    setAsking(false);
    setKept(false);
    renew.mutate({}, { onSuccess: ({ recoveryCode }) => setCode(recoveryCode) });
  };
  const finish = () => confirm.mutate({}, { onSuccess: () => setCode(null) });
  return (
    <>
      <Group justify="flex-end" mt="md"><Button variant="default" loading={renew.isPending} onClick={() => setAsking(true)}>{t('data.renew')}</Button></Group>
      <ConfirmDialog opened={asking} title={t('data.renew')} text={t('data.renewText')} action={t('data.renew')} onConfirm={start} onClose={() => setAsking(false)} />
      <Modal opened={code !== null} onClose={() => undefined} withCloseButton={false} closeOnEscape={false} title={t('data.renewed')} size="lg">
        <Stack>
          <Text size="sm">{t('data.renewedText')}</Text>
          {code && <RecoveryCode code={code} school={me ? pickName(format, me.school.nameEl, me.school.nameEn) : ''} onKept={() => setKept(true)} />}
          <Button disabled={!kept} loading={confirm.isPending} onClick={finish}>{t('data.done')}</Button>
        </Stack>
      </Modal>
    </>
  );
}
