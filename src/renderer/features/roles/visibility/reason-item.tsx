import { Badge, Group, List, Paper, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VisibilityReason, VisibilityRule } from '#contract/visibility.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { nameOf } from '../words.ts';
import { useRuleSentence } from './use-rule-sentence.ts';

/** One grant or rule: whether it reaches the student, by what, or what stands in its way. */
export function ReasonItem({ reason, sentence, rules }: { reason: VisibilityReason; sentence: string | null; rules: readonly VisibilityRule[] }) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const role = nameOf(format, reason.role);
  const through = reason.scope === 'department' && reason.department && reason.rule === null
    ? t('try.throughDepartment', { role, department: nameOf(format, reason.department) }) : t('try.through', { role, scope: t(`scopeOf.${reason.scope}`) });
  const from = reason.startDate && t('try.from', { date: format.date(reason.startDate) });
  const until = reason.endDate && t('try.until', { date: format.date(reason.endDate) });
  return (
    <Paper component="li" p="xs">
      <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" fw={600}>{[reason.rule === null ? through : <RuleWords key="rule" reason={reason} sentence={sentence} rules={rules} />]}</Text>
        <Badge variant="light" color={reason.reaches ? 'teal' : 'gray'} tt="none" style={{ flexShrink: 0, color: 'var(--mantine-color-text)' }} leftSection={reason.reaches ? <IconCheck size={12} aria-hidden /> : <IconX size={12} aria-hidden />}>
          {reason.reaches ? t('try.yes') : t('try.no')}
        </Badge>
      </Group>
      {(from ?? until) && <Text size="xs" c="dimmed">{[from, until].filter(Boolean).join(', ')}</Text>}
      <List size="sm" spacing={1}>
        <Obstacle reason={reason} />
        {reason.ways.map((way) => <Way key={JSON.stringify(way)} way={way} />)}
        {reason.reaches && reason.rule !== null && reason.drafts && <List.Item>{t('try.drafts')}</List.Item>}
      </List>
    </Paper>
  );
}

function RuleWords({ reason, sentence, rules }: { reason: VisibilityReason; sentence: string | null; rules: readonly VisibilityRule[] }) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const say = useRuleSentence();
  if (reason.rule === 'draft') return t('try.byDraft', { rule: sentence ?? '' });
  const rule = rules.find(({ id }) => id === reason.rule);
  return rule ? t('try.byRule', { rule: say(rule) }) : t('try.byRulePlain', { department: reason.department ? nameOf(format, reason.department) : '' });
}

function Obstacle({ reason }: { reason: VisibilityReason }) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  if (reason.obstacle === null) return null;
  const text = reason.obstacle === 'notInScope'
    ? t(`try.obstacle.notInScope.${reason.scope}`, { department: reason.department ? nameOf(format, reason.department) : '' }) : t(`try.obstacle.${reason.obstacle}`);
  return <List.Item>{text}</List.Item>;
}

function Way({ way }: { way: VisibilityReason['ways'][number] }) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  if (way.by === 'homeroom') return <List.Item>{t('try.way.homeroom', { division: way.division })}</List.Item>;
  if (way.by !== 'section') return <List.Item>{t(`try.way.${way.by}`)}</List.Item>;
  const section = { section: way.section, course: pickName(format, way.courseEl, way.courseEn) };
  return <List.Item>{way.until ? t('try.way.sectionUntil', { ...section, date: format.date(way.until) }) : t('try.way.section', section)}</List.Item>;
}
