import { Group, Text } from '@mantine/core';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionRow } from '#contract/sections.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { TextLink } from '../../../ui/index.ts';
import { writePeople } from '../names.ts';

type Cell = ICellRendererParams<SectionRow>;

function CodeCell({ data }: Cell) {
  return data ? <TextLink to="/sections/$sectionId" params={{ sectionId: data.id }} tabIndex={-1} underline="hover" fw={500}>{data.code}</TextLink> : null;
}

function StudentsCell({ data }: Cell) {
  const { t } = useTranslation('academics');
  const format = useFormat();
  if (!data) return null;
  const over = data.capacity === null ? 0 : data.students - data.capacity;
  return (
    <Group gap={6} wrap="nowrap" h="100%">
      <Text span size="sm">{data.capacity === null ? format.number(data.students) : `${format.number(data.students)} / ${format.number(data.capacity)}`}</Text>
      {over > 0 && <Text span size="sm" c="red" title={t('sections.over', { count: over })}><IconAlertTriangle size={15} role="img" aria-label={t('sections.over', { count: over })} style={{ verticalAlign: -2 }} /></Text>}
    </Group>
  );
}

/** The columns of the list of sections. */
export function useSectionColumns(): ColDef<SectionRow>[] {
  const { t } = useTranslation(['academics', 'fields']);
  const format = useFormat();
  return useMemo(() => [
    { colId: 'code', headerName: t('sections.code'), width: 130, cellRenderer: CodeCell, lockVisible: true, valueGetter: ({ data }) => data?.code },
    { colId: 'course', headerName: t('sections.course'), width: 290, valueGetter: ({ data }) => data && pickName(format, data.courseEl, data.courseEn) },
    { colId: 'level', field: 'level', headerName: t('fields:level'), width: 80 },
    { colId: 'division', field: 'division', headerName: t('fields:division'), width: 90 },
    { colId: 'teachers', headerName: t('sections.teacher'), width: 230, valueGetter: ({ data }) => data && writePeople(format, data.teachers) },
    { colId: 'students', headerName: t('sections.students'), width: 120, cellRenderer: StudentsCell },
    { colId: 'room', field: 'room', headerName: t('fields:room'), width: 90 },
    { colId: 'lessons', headerName: t('sections.lessons'), width: 100, valueGetter: ({ data }) => data && (data.weeklyHours === null ? format.number(data.lessons) : t('sections.placed', { placed: data.lessons, due: data.weeklyHours })) },
  ], [t, format]);
}
