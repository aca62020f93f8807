import { Button, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconClipboardHeart, IconHeartHandshake, IconListNumbers, IconPlus, IconStar, IconAlertCircle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Highlight, TimelineEntry } from '#contract/conduct.ts';
import { useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { HighlightDialog, IncidentDialog, IncidentMarks, IncidentView, InterventionDialog, InterventionMarks, InterventionView } from '../../../ui/conduct/index.ts';
import { DateText, EmptyState, LoadState, RowActions } from '../../../ui/index.ts';

type Opened = { kind: 'addHighlight' | 'addIncident' | 'addIntervention' } | { kind: 'highlight'; highlight: Highlight } | { kind: 'incident' | 'intervention'; id: string };
const step = 60;

/** How a student does: scores, highlights, incidents and interventions in one line of time, newest first. */
export function ConductSection({ studentId, name }: { studentId: string; name: string }) {
  const { t } = useTranslation(['conduct', 'common']);
  const may = useMay();
  const [limit, setLimit] = useState(step);
  const [opened, setOpened] = useState<Opened | null>(null);
  const query = useQueryOf('conduct.timeline', { studentId, limit }, { keep: true });
  const students = [{ id: studentId, label: name }];
  const close = () => setOpened(null);
  const add = (kind: 'addHighlight' | 'addIncident' | 'addIntervention', label: string) => (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened({ kind })}>{label}</Button>
  );
  return (
    <Stack maw={860}>
      <Group gap="xs" className="no-print">
        {may('conduct:create') && add('addHighlight', t('highlight.one'))}
        {may('conduct:create') && add('addIncident', t('incident.one'))}
        {may('interventions:create') && add('addIntervention', t('intervention.one'))}
      </Group>
      <LoadState query={query} lines={8}>
        {({ entries, total }) => (total === 0 ? <EmptyState icon={<IconClipboardHeart />} title={t('timeline.none')} text={t('timeline.noneText')} /> : (
          <Stack gap="xs">
            <Stack gap="xs" component="ol" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('timeline.title')}>
              {entries.map((entry) => <li key={entry.id}><Entry entry={entry} onOpen={setOpened} /></li>)}
            </Stack>
            {total > entries.length && <Group><Button variant="subtle" onClick={() => setLimit(Math.min(500, limit + step))}>{t('common:actions.showMore')}</Button></Group>}
          </Stack>
        ))}
      </LoadState>
      {opened?.kind === 'addHighlight' && <HighlightDialog highlight={null} students={students} onClose={close} />}
      {opened?.kind === 'addIncident' && <IncidentDialog incident={null} students={students} onClose={close} />}
      {opened?.kind === 'addIntervention' && <InterventionDialog intervention={null} students={students} onClose={close} />}
      {opened?.kind === 'highlight' && <HighlightDialog highlight={opened.highlight} onClose={close} />}
      {opened?.kind === 'incident' && <IncidentView id={opened.id} onClose={close} />}
      {opened?.kind === 'intervention' && <InterventionView id={opened.id} onClose={close} />}
    </Stack>
  );
}

function Line({ icon, title, date, marks, children, actions }: { icon: ReactNode; title: ReactNode; date: string; marks?: ReactNode; children: ReactNode; actions?: ReactNode }) {
  return (
    <Paper p="sm">
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <span aria-hidden style={{ paddingTop: 2 }}>{icon}</span>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Group gap="xs">{title}<Text size="xs" c="dimmed"><DateText date={date} /></Text>{marks}</Group>
          <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>{children}</Text>
        </div>
        {actions}
      </Group>
    </Paper>
  );
}

function Entry({ entry, onOpen }: { entry: TimelineEntry; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation(['conduct', 'common']);
  const format = useFormat();
  const may = useMay();
  const remove = useCommand('highlights.remove');
  const { performance, highlight, incident, intervention, date, id } = entry;
  const opener = (kind: 'incident' | 'intervention', label: string) => (
    <UnstyledButton onClick={() => onOpen({ kind, id })} style={{ borderRadius: 4 }}><Text span size="sm" fw={600} td="underline" c="var(--mantine-color-anchor)">{label}</Text></UnstyledButton>
  );
  const plain = (label: string) => <Text span size="sm" fw={600}>{label}</Text>;
  if (performance) {
    const course = pickName(format, performance.courseEl, performance.courseEn);
    return (
      <Line icon={<IconListNumbers size={18} />} date={date} title={plain(course || t('tab.performance'))}>
        {performance.scores.map((score) => `${pickName(format, score.nameEl, score.nameEn)} ${score.score}/${score.max}${score.note ? ` (${score.note})` : ''}`).join(' · ')}
      </Line>
    );
  }
  if (highlight) {
    return (
      <Line icon={<IconStar size={18} />} date={date} title={plain(`${t('highlight.one')}: ${t(`highlight.kind.${highlight.kind}`)}`)}
        actions={<RowActions what={t('highlight.what')} onEdit={may('conduct:edit') && (() => onOpen({ kind: 'highlight', highlight }))}
          onRemove={may('conduct:delete') && (() => remove.mutate({ id: highlight.id, rev: highlight.rev }))} />}>
        {highlight.text}
      </Line>
    );
  }
  if (incident) {
    return (
      <Line icon={<IconAlertCircle size={18} />} date={date} marks={<IncidentMarks incident={incident} />} title={opener('incident', `${t('incident.one')}: ${t(`incident.kind.${incident.kind}`)}`)}>
        {incident.description}
      </Line>
    );
  }
  return intervention && (
    <Line icon={<IconHeartHandshake size={18} />} date={date} marks={<InterventionMarks intervention={intervention} />} title={opener('intervention', `${t('intervention.one')}: ${t(`intervention.kind.${intervention.kind}`)}`)}>
      {intervention.goal}
    </Line>
  );
}
