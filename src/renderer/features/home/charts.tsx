import { SimpleGrid, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { ChartCard, type ChartPoint } from './chart-card.tsx';

/** The school in three charts; each bar or point opens the students behind it. */
export default function Charts() {
  const { t } = useTranslation('home');
  return (
    <>
      <Title order={2} size="h3" mt="lg" mb={2}>{t('charts.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('charts.hint')}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        <EnrolmentChart />
        <MarksChart />
        <AttendanceChart />
      </SimpleGrid>
    </>
  );
}

function EnrolmentChart() {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  const { number } = useFormat();
  const query = useQueryOf('insight.enrolmentByLevel', {});
  const points: ChartPoint[] = (query.data?.levels ?? []).map(({ level, students }) => ({
    key: level, label: level, value: students,
    open: () => void navigate({ to: '/students', search: { status: 'enrolled', level } }),
  }));
  return (
    <ChartCard query={query} points={points} kind="bar" title={t('charts.enrolment.title')} category={t('charts.enrolment.category')}
      value={t('charts.enrolment.value')} none={t('charts.enrolment.none')} write={number} />
  );
}

function MarksChart() {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  const format = useFormat();
  const query = useQueryOf('insight.marksByBand', {});
  const bands = query.data?.bands ?? [];
  // Bands without a single mark are a scale, not a result: the chart then says that it is empty.
  const points: ChartPoint[] = bands.every(({ marks }) => marks === 0) ? [] : bands.map((band) => {
    const label = pickName(format, band.labelEl, band.labelEn);
    return {
      key: band.id, label, tableLabel: band.passes ? label : t('charts.marks.fails', { label }), value: band.marks, muted: !band.passes,
      open: () => void navigate({ to: '/students', search: { status: 'all', markBand: band.id } }),
    };
  });
  return (
    <ChartCard query={query} points={points} kind="bar" title={t('charts.marks.title')} category={t('charts.marks.category')}
      subtitle={query.data?.yearLabel ? `${query.data.yearLabel} · ${pickName(format, query.data.termEl, query.data.termEn)}` : undefined} value={t('charts.marks.value')} none={t('charts.marks.none')} write={format.number} />
  );
}

function AttendanceChart() {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  const format = useFormat();
  const query = useQueryOf('insight.attendanceByWeek', {});
  const points: ChartPoint[] = (query.data?.weeks ?? []).map(({ monday, rate, absences }) => ({
    key: monday, label: format.shortDay(monday), tableLabel: format.date(monday), value: rate,
    extra: `${t('charts.attendance.absences')}: ${format.number(absences)}`,
    open: () => void navigate({ to: '/students', search: { status: 'all', absentInWeek: monday } }),
  }));
  return (
    <ChartCard query={query} points={points} kind="line" title={t('charts.attendance.title')} category={t('charts.attendance.category')}
      value={t('charts.attendance.value')} none={t('charts.attendance.none')} write={format.percent} />
  );
}
