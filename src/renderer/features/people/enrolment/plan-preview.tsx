import { Alert, Checkbox, List, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Crowded, Step } from '#contract/enrolment.ts';
import type { Output } from '#contract/index.ts';
import { describeFieldError } from '../../../i18n/dynamic.ts';
import { useFormat } from '../../../i18n/format.ts';

export interface PlanPreviewProps {
  preview: Output<'enrolments.leaving'>;
  /** Said where nothing else ends or begins. */
  nothing: string;
}

/** What else happens, by day, before it does. */
export function PlanPreview({ preview: { refusal, steps }, nothing }: PlanPreviewProps) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  if (refusal) return <Alert color="red" role="alert">{describeFieldError({ path: '', ...refusal })}</Alert>;
  return (
    <Paper withBorder p="sm" role="status" aria-label={t('preview.title')}>
      <Text size="sm" fw={600} mb={4}>{t('preview.title')}</Text>
      {steps.length === 0 ? <Text size="sm">{nothing}</Text> : (
        <Stack component="dl" gap={4} m={0}>
          {groupSteps(steps).map(({ what, date, names }) => (
            <div key={`${what} ${date}`}>
              <Text component="dt" size="xs" c="dimmed">{t(`preview.${what}`, { date: format.date(date) })}</Text>
              <Text component="dd" size="sm" m={0}>{names.join(', ')}</Text>
            </div>
          ))}
        </Stack>
      )}
    </Paper>
  );
}

function groupSteps(steps: readonly Step[]): { what: Step['what']; date: string; names: string[] }[] {
  const groups = new Map<string, { what: Step['what']; date: string; names: string[] }>();
  for (const { what, date, name } of steps) {
    const group = groups.get(`${what} ${date}`) ?? { what, date, names: [] };
    group.names.push(name);
    groups.set(`${what} ${date}`, group);
  }
  return [...groups.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export interface CrowdedNoticeProps {
  crowded: readonly Crowded[];
  allowOver: boolean;
  onAllow: (allow: boolean) => void;
}

/** What gets too full, and the tick by which it is meant. */
export function CrowdedNotice({ crowded, allowOver, onAllow }: CrowdedNoticeProps) {
  const { t } = useTranslation('enrolment');
  if (crowded.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={t('preview.crowdedTitle')}>
      <List size="sm" mb="xs">
        {crowded.map(({ what, name, capacity, would }) => <List.Item key={`${what} ${name}`}>{t('preview.crowded', { name, capacity, would })}</List.Item>)}
      </List>
      <Checkbox label={t('preview.goAhead')} checked={allowOver} onChange={(event) => onAllow(event.currentTarget.checked)} />
    </Alert>
  );
}
