import { Paper, SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useFormat } from '../../i18n/format.ts';
import classes from './home.module.css';

/** How many, today. */
export function TodayTiles({ overview }: { overview: Output<'home.overview'> }) {
  const { t } = useTranslation('home');
  const { number } = useFormat();
  const { enrolled, left, absentToday } = overview;
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      <Link to="/students" search={{ status: 'enrolled' }} className={classes.tile}><Tile label={t('today.enrolled')}>{number(enrolled)}</Tile></Link>
      <Link to="/students" search={{ status: 'left' }} className={classes.tile}><Tile label={t('today.left')}>{number(left)}</Tile></Link>
      <Tile label={t('today.absent')}>
        {absentToday === null ? <Text span c="dimmed" size="md">{t(overview.isSchoolDay ? 'today.absentUnknown' : 'today.noSchool')}</Text> : number(absentToday)}
      </Tile>
    </SimpleGrid>
  );
}

function Tile({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Paper px="md" py="sm" h="100%">
      <Text size="sm" c="dimmed">{label}</Text>
      <Text fz={26} fw={600} lh={1.35} style={{ fontVariantNumeric: 'tabular-nums' }} component="div">{children}</Text>
    </Paper>
  );
}
