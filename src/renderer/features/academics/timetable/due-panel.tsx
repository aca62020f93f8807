import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import type { PlacingState } from './use-placing.ts';
import classes from './week.module.css';

/** The sections of a week that still have lessons to be placed. */
export function DuePanel({ sections, state }: { sections: Output<'timetable.week'>['sections']; state: PlacingState }) {
  const { t } = useTranslation('academics');
  const format = useFormat();
  const due = sections.map((section) => ({ ...section, left: Math.ceil(section.due ?? 0) - section.placed })).filter(({ left }) => left > 0);
  return (
    <Paper component="section" aria-label={t('timetable.due')} className="no-print" p="sm">
      <Title order={2} size="h4" mb="xs">{t('timetable.due')}</Title>
      {due.length === 0 ? <Text size="sm" c="dimmed">{t('timetable.allPlaced')}</Text> : (
        <Stack gap={6}>
          {due.map(({ id, code, courseEl, courseEn, left }) => {
            const name = `${code} ${pickName(format, courseEl, courseEn)}`;
            const isOn = state.placing?.sectionId === id;
            const begin = () => state.begin({ sectionId: id, name, left, lesson: null });
            return (
              <Button key={id} size="xs" h="auto" py={6} justify="space-between" variant={isOn ? 'filled' : 'default'} aria-pressed={isOn} aria-label={t('timetable.place', { what: `${name} (${left})` })}
                className={classes.due} draggable onDragStart={() => window.setTimeout(begin)} onDragEnd={state.stop} onClick={isOn ? state.stop : begin} rightSection={<Badge size="sm" variant="outline" color={isOn ? 'white' : undefined}>{left}</Badge>}>
                <Group gap={0} style={{ textAlign: 'left', whiteSpace: 'normal' }}>{name}</Group>
              </Button>
            );
          })}
        </Stack>
      )}
    </Paper>
  );
}
