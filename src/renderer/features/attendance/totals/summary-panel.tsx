import { Button, Group, SegmentedControl, Select, Stack, Title } from '@mantine/core';
import { IconPrinter, IconTableOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDate } from '#contract/fields.ts';
import { useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { printPage } from '../../../platform/system.ts';
import { StateLegend } from '../../../ui/attendance/index.ts';
import { ExportButton } from '../../../ui/export/index.ts';
import { DateField, EmptyState, LoadState } from '../../../ui/index.ts';
import { addDays, today, useAttendanceSearch } from '../use-attendance-search.ts';
import { SummaryGrid, SummaryTotals } from './summary-tables.tsx';

/** A division (or a section's lessons) over some days: student by student, and what it adds up to. */
export function SummaryPanel() {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const { search, show } = useAttendanceSearch();
  const [view, setView] = useState('grid');
  const to = search.to ?? today();
  const from = search.from ?? addDays(to, -13);
  const { level, division, sectionId } = search;
  const choices = useQueryOf('attendance.choices', { date: to, level: level ?? null, division: division ?? null }, { keep: true });
  const key = (row: { level: string; division: string }) => JSON.stringify([row.level, row.division]);
  const target = sectionId !== undefined ? { kind: 'section' as const, sectionId } : level !== undefined && division !== undefined ? { kind: 'division' as const, level, division } : null;
  const summary = useQueryOf('attendance.summary', { from, to, target: target ?? { kind: 'division', level: '-', division: '-' } }, { enabled: target !== null && from <= to, keep: true });
  const setDate = (name: 'from' | 'to') => (value: string) => isoDate.safeParse(value).success && show({ [name]: value });
  const sections = [...new Map((choices.data?.lessons ?? []).map((lesson) => [lesson.sectionId, lesson])).values()];
  const heading = sectionId === undefined ? division ?? '' : sections.find((one) => one.sectionId === sectionId)?.code ?? '';
  return (
    <Stack>
      <Group gap="sm" align="flex-end" className="no-print">
        <Select label={t('choose.division')} w={150} searchable value={level !== undefined && division !== undefined ? key({ level, division }) : null}
          data={(choices.data?.divisions ?? []).map((row) => ({ value: key(row), label: row.division }))}
          onChange={(value) => {
            const row = choices.data?.divisions.find((one) => key(one) === value);
            show({ level: row?.level, division: row?.division, sectionId: undefined, period: undefined });
          }} />
        {sections.length > 0 && (
          <Select label={t('summary.ofSection')} w={240} value={sectionId ?? ''} onChange={(value) => show({ sectionId: value || undefined, period: undefined })} allowDeselect={false}
            data={[{ value: '', label: t('summary.wholeDays') }, ...sections.map((one) => ({ value: one.sectionId, label: `${pickName(format, one.courseEl, one.courseEn)} ${one.division ?? ''}` }))]} />
        )}
        <DateField label={t('summary.from')} w={150} value={from} onChange={setDate('from')} />
        <DateField label={t('summary.to')} w={150} value={to} onChange={setDate('to')} />
        <Button variant="default" onClick={() => show({ from: addDays(today(), -13), to: today() })}>{t('summary.lastWeeks')}</Button>
        <Button variant="default" onClick={() => show({ from: `${today().slice(0, 8)}01`, to: today() })}>{t('summary.thisMonth')}</Button>
        <SegmentedControl value={view} onChange={setView} aria-label={t('views.summary')} data={[{ value: 'grid', label: t('summary.grid') }, { value: 'totals', label: t('summary.totals') }]} />
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={printPage}>{t('summary.print')}</Button>
        <ExportButton list={target && from <= to ? { table: 'attendance', from, to, target } : null} />
      </Group>
      {!target && <EmptyState icon={<IconTableOff />} title={t('summary.none')} text={t('summary.noneText')} />}
      {target && (
        <LoadState query={summary} lines={10}>
          {(data) => (data.dates.length === 0 || data.students.length === 0
            ? <EmptyState icon={<IconTableOff />} title={t('summary.empty')} text={t('summary.emptyText')} />
            : <>
                <Title order={2} size="h3">{heading} · {format.date(from)} – {format.date(to)}</Title>
                {view === 'grid' ? <><SummaryGrid summary={data} label={heading} /><StateLegend /></> : <SummaryTotals summary={data} label={heading} />}
              </>)}
        </LoadState>
      )}
    </Stack>
  );
}
