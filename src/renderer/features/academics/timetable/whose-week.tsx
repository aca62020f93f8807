import { SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timetableViews, type TimetableView } from '#contract/sections.ts';
import type { Output } from '#contract/index.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { writePerson } from '../names.ts';

export interface Whose { by: TimetableView; level: string | undefined; of: string | undefined }
interface Props { whose: Whose; facets: Output<'sections.facets'> | undefined; onChange: (next: Whose) => void }

/** Chooses whose week is shown: a division's, a teacher's, a room's or a student's. */
export function WhoseWeek({ whose, facets, onChange }: Props) {
  const { t } = useTranslation('academics');
  const format = useFormat();
  const may = useMay();
  const { by, of } = whose;
  const views = timetableViews.filter((view) => view !== 'student' || may('students:view'));
  const label = t(`timetable.by.${by}`);
  const data = by === 'division' ? (facets?.divisions ?? []).map(({ level, division }) => ({ value: `${level}|${division}`, label: division }))
    : by === 'teacher' ? (facets?.teachers ?? []).map((one) => ({ value: one.staffId, label: writePerson(format, one) }))
      : (facets?.rooms ?? []).map((room) => ({ value: room, label: room }));
  const pick = (value: string | null) => {
    if (value === null) return;
    const [level, division] = by === 'division' ? value.split('|') : [undefined, value];
    onChange({ by, level, of: division });
  };
  return (
    <>
      <SegmentedControl aria-label={t('timetable.view')} value={by} data={views.map((value) => ({ value, label: t(`timetable.by.${value}`) }))}
        onChange={(next) => onChange({ by: views.find((view) => view === next) ?? 'division', level: undefined, of: undefined })} />
      {by === 'student' ? <StudentSelect of={of} onPick={(id) => onChange({ by, level: undefined, of: id })} /> : (
        <Select aria-label={label} placeholder={label} w={250} searchable allowDeselect={false} data={data} onChange={pick}
          value={of === undefined ? null : by === 'division' ? `${whose.level ?? facets?.divisions.find(({ division }) => division === of)?.level ?? ''}|${of}` : of} />
      )}
    </>
  );
}

function StudentSelect({ of, onPick }: { of: string | undefined; onPick: (id: string) => void }) {
  const { t } = useTranslation('academics');
  const format = useFormat();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, 150);
  const hits = useQueryOf('search.students', { text: settled, limit: 12 }, { enabled: settled.trim() !== '', keep: true });
  return (
    <Select aria-label={t('timetable.findStudent')} placeholder={t('timetable.findStudent')} w={280} searchable value={of ?? null} searchValue={text} onSearchChange={setText} filter={({ options }) => options}
      data={(hits.data?.hits ?? []).map((hit) => ({ value: hit.id, label: `${writePerson(format, hit)} (${hit.studentNo})` }))} onChange={(id) => id && onPick(id)} />
  );
}
