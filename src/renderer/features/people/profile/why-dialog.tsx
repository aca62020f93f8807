import { Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { GradeText, LoadState, MomentText } from '../../../ui/index.ts';
import { WhyInputs } from './why-inputs.tsx';

/** Why a posted grade is what it is: as it was given, and what was stored with it. */
export function WhyDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['results', 'common']);
  const query = useQueryOf('results.why', { id });
  return (
    <Modal opened onClose={onClose} size="lg" title={t('why.title')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <LoadState query={query} lines={8}>{(why) => <Why why={why} />}</LoadState>
    </Modal>
  );
}

function Why({ why }: { why: Output<'results.why'> }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const number = (value: number | null) => (value === null ? null : format.number(value));
  const scale = `${pickName(format, why.scaleEl, why.scaleEn)}, ${t('why.pass', { passMark: format.number(why.passMark) })}`;
  const facts = [
    [t('why.given'), <Group key="given" gap={6}><GradeText mark={why.mark} /><Text span size="sm">{pickName(format, why.mark.labelEl, why.mark.labelEn)}</Text></Group>],
    [t('why.scale'), scale], [t('why.computed'), number(why.computed)], [t('why.penalty'), number(why.penalty)],
    [t('why.override'), why.isOverride ? number(why.mark.value) : null], [t('why.reason'), why.reason],
    [t('why.scheme'), why.schemeVersion === null ? null : t('why.version', { version: why.schemeVersion })],
    [t('why.postedAt'), <MomentText key="at" at={why.postedAt} />], [t('why.postedBy'), why.postedBy],
  ] as const;
  return (
    <Stack>
      <Text fw={600}>{pickName(format, why.courseEl, why.courseEn)}, {pickName(format, why.termEl, why.termEn)}</Text>
      <Table withRowBorders={false} verticalSpacing={3} layout="auto" aria-label={t('why.title')}>
        <Table.Tbody>
          {facts.filter(([, value]) => value !== null && value !== '').map(([name, value]) => (
            <Table.Tr key={name}><Table.Th scope="row" fw={400} w={180}><Text size="sm" c="dimmed">{name}</Text></Table.Th><Table.Td>{value}</Table.Td></Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {why.inputs === null ? <Text size="sm" c="dimmed">{t('why.noInputs')}</Text> : <WhyInputs inputs={why.inputs} />}
    </Stack>
  );
}
