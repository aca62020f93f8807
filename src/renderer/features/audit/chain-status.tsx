import { Alert, Button, Group, Paper, Text } from '@mantine/core';
import { IconAlertTriangle, IconClockPause, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useJob, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { JobProgress, LoadState } from '../../ui/index.ts';

type Chain = Output<'audit.chain'>;
const isToday = (at: number): boolean => new Date(at).toDateString() === new Date().toDateString();

/** Whether anybody has changed the record by hand, since when that is known, and a check at once. */
export function ChainStatus() {
  const { t } = useTranslation('audit');
  const chain = useQueryOf('audit.chain', {});
  const job = useJob('audit.verify');
  const check = async () => {
    await job.start({});
    await chain.refetch();
  };
  return (
    <Paper component="section" aria-label={t('chain.label')} px="md" py="xs">
      {job.progress ? <JobProgress label={t('chain.running')} progress={job.progress} onCancel={job.cancel} /> : (
        <LoadState query={chain} lines={1}>
          {(known) => (
            <Group justify="space-between" wrap="nowrap" gap="md">
              <Verdict chain={known} />
              <Button size="xs" variant="default" style={{ flex: 'none' }} className="no-print" onClick={() => void check()}>{t('chain.check')}</Button>
            </Group>
          )}
        </LoadState>
      )}
    </Paper>
  );
}

function Verdict({ chain: { check, length } }: { chain: Chain }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  if (check?.brokenAt != null) {
    return (
      <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('chain.broken')} style={{ flex: 1 }}>
        {t('chain.brokenText', { id: format.number(check.brokenAt), when: format.moment(check.at) })}
      </Alert>
    );
  }
  const Sign = check ? IconShieldCheck : IconClockPause;
  const text = !check ? t('chain.neverText', { count: length })
    : isToday(check.at) ? t('chain.today', { count: check.checked, time: format.time(check.at) })
    : t('chain.checked', { count: check.checked, when: format.moment(check.at) });
  return (
    <Group gap="xs" wrap="nowrap">
      <Sign size={20} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm"><Text span size="sm" fw={600}>{t(check ? 'chain.whole' : 'chain.never')}.</Text> {text}</Text>
    </Group>
  );
}
