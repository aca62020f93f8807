import { ActionIcon, Button, Group, Select, Stack, Switch, Table, TextInput, Tooltip } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconBook2, IconPencil, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { ExportButton } from '../../../ui/export/index.ts';
import { EmptyState, LoadState } from '../../../ui/index.ts';
import { CourseDialog } from './course-dialog.tsx';
import { matches } from './matches.ts';

export type Course = Output<'courses.list'>['courses'][number];

/** The courses that the school teaches. */
export function CoursesTab() {
  const { t } = useTranslation(['academics', 'fields']);
  const may = useMay();
  const [archived, setArchived] = useState(false);
  const [text, setText] = useState('');
  const [level, setLevel] = useState<string | null>(null);
  const [edited, setEdited] = useState<Course | 'new' | null>(null);
  const query = useQueryOf('courses.list', { archived }, { keep: true });
  const all = query.data?.courses ?? [];
  const levels = [...new Set(all.flatMap((course) => course.level ?? []))];
  const shown = all.filter((course) => (level === null || course.level === level) && matches(text, course.code, course.nameEl, course.nameEn));
  return (
    <Stack>
      <Group gap="xs">
        <TextInput aria-label={t('courses.search')} placeholder={t('courses.search')} leftSection={<IconSearch size={16} aria-hidden />} w={260} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Select aria-label={t('fields:level')} placeholder={t('fields:level')} clearable w={120} data={levels} value={level} onChange={setLevel} />
        <Switch label={t('archived')} checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />
        <Group gap="xs" ml="auto">
          <ExportButton list={{ table: 'courses', archived, text, level }} />
          {may('structure:create') && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('courses.add')}</Button>}
        </Group>
      </Group>
      <LoadState query={query} lines={10}>
        {(data) => (shown.length === 0
          ? <EmptyState icon={<IconBook2 />} title={all.length === 0 ? t('courses.none') : t('courses.noMatch')} text={all.length === 0 ? t('courses.noneText') : undefined} />
          : <CourseTable courses={shown} departments={data.departments} onEdit={setEdited} />)}
      </LoadState>
      {edited && query.data && <CourseDialog course={edited === 'new' ? null : edited} departments={query.data.departments} scales={query.data.scales} onClose={() => setEdited(null)} />}
    </Stack>
  );
}

interface TableProps { courses: readonly Course[]; departments: Output<'courses.list'>['departments']; onEdit: (course: Course) => void }

function CourseTable({ courses, departments, onEdit }: TableProps) {
  const { t } = useTranslation(['academics', 'common', 'fields']);
  const mayEdit = useMay()('structure:edit');
  const format = useFormat();
  const archive = useCommand('courses.setArchived');
  const nameOf = new Map(departments.map(({ id, nameEl, nameEn }) => [id, pickName(format, nameEl, nameEn)]));
  const number = (value: number | null) => (value === null ? '' : format.number(value));
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table aria-label={t('tabs.courses')} verticalSpacing={4} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('fields:code')}</Table.Th><Table.Th>{t('sections.course')}</Table.Th><Table.Th>{t('fields:level')}</Table.Th><Table.Th>{t('fields:departmentId')}</Table.Th>
            <Table.Th ta="right">{t('fields:weeklyHours')}</Table.Th><Table.Th ta="right">{t('fields:credits')}</Table.Th><Table.Th ta="right">{t('courses.ects')}</Table.Th><Table.Th aria-label={t('actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {courses.map((course) => {
            const name = pickName(format, course.nameEl, course.nameEn);
            const isArchived = course.archivedAt !== null;
            return (
              <Table.Tr key={course.id}>
                <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>{course.code}</Table.Th><Table.Td>{name}</Table.Td><Table.Td>{course.level}</Table.Td>
                <Table.Td>{course.departmentId && nameOf.get(course.departmentId)}</Table.Td>
                <Table.Td ta="right">{number(course.weeklyHours)}</Table.Td><Table.Td ta="right">{number(course.credits)}</Table.Td><Table.Td ta="right">{number(course.ects)}</Table.Td>
                <Table.Td>
                  {mayEdit && (
                    <Group gap={4} wrap="nowrap" justify="flex-end">
                      <ActionIcon variant="subtle" aria-label={t('common:editWhat', { what: name })} onClick={() => onEdit(course)}><IconPencil size={16} aria-hidden /></ActionIcon>
                      <Tooltip label={isArchived ? t('unarchive') : t('archive')}>
                        <ActionIcon variant="subtle" color="gray" aria-label={`${isArchived ? t('unarchive') : t('archive')}: ${name}`} onClick={() => archive.mutate({ id: course.id, rev: course.rev, archived: !isArchived })}>
                          {isArchived ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />}
                        </ActionIcon>
                      </Tooltip>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
