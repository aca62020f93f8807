import { Anchor, Box, Center, Group, Paper, SegmentedControl, Table, Text, Title } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../../ui/index.ts';
import { Chart } from './chart.tsx';
import classes from './home.module.css';

/** One bar or point. */
export interface ChartPoint {
  key: string;
  label: string;
  /** Fuller wording for the table. */
  tableLabel?: string;
  value: number;
  extra?: string;
  muted?: boolean;
  /** Opens the students behind it. */
  open: () => void;
}

export interface ChartCardProps {
  query: UseQueryResult<unknown>;
  points: ChartPoint[];
  kind: 'bar' | 'line';
  title: string;
  subtitle?: string;
  category: string;
  value: string;
  none: string;
  /** A value as the reader's language writes it. */
  write: (value: number) => string;
}

/** A chart with its equal as a table, whose rows open the same students by keyboard. */
export function ChartCard(props: ChartCardProps) {
  const { query, points, title, subtitle, category, value, none, write } = props;
  const { t } = useTranslation('home');
  const [view, setView] = useState('chart');
  const toggle = [
    { value: 'chart', label: <Center><IconChartBar size={15} aria-label={t('charts.chart')} /></Center> },
    { value: 'table', label: <Center><IconTable size={15} aria-label={t('charts.table')} /></Center> },
  ];
  return (
    <Paper component="figure" m={0} aria-label={title}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb={4}>
        <div>
          <Title order={3} size="h4">{title}</Title>
          <Text size="xs" c="dimmed" mih={18}>{subtitle}</Text>
        </div>
        <SegmentedControl size="xs" value={view} onChange={setView} data={toggle} aria-label={title} className="no-print" />
      </Group>
      <LoadState query={query}>
        {() => {
          if (points.length === 0) return <Center className={classes.chart}><Text c="dimmed" size="sm">{none}</Text></Center>;
          if (view === 'chart') return <Box className={classes.chart}><Chart {...props} /></Box>;
          return (
            <Box className={classes.tableBox} tabIndex={0} role="region" aria-label={title}>
              <Table stickyHeader>
                <Table.Thead>
                  <Table.Tr><Table.Th scope="col">{category}</Table.Th><Table.Th scope="col" ta="right">{value}</Table.Th></Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {points.map((point) => (
                    <Table.Tr key={point.key}>
                      <Table.Td><Anchor component="button" type="button" size="sm" onClick={point.open} title={t('charts.open')}>{point.tableLabel ?? point.label}</Anchor></Table.Td>
                      <Table.Td ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
                        {write(point.value)}{point.extra && <Text size="xs" c="dimmed">{point.extra}</Text>}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Box>
          );
        }}
      </LoadState>
    </Paper>
  );
}
