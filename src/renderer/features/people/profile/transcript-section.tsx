import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { ExportButton } from '../../../ui/export/index.ts';
import { LoadState, RowActions } from '../../../ui/index.ts';
import { TranscriptLineDialog } from './transcript-line-dialog.tsx';

export type Line = Output<'transcripts.list'>['lines'][number];

/** The lines of a student's transcript; transferred work can be added, the school's own comes from posted grades. */
export function TranscriptSection({ studentId }: { studentId: string }) {
  const { t } = useTranslation('results');
  const may = useMay();
  const query = useQueryOf('transcripts.list', { studentId });
  const [edited, setEdited] = useState<Line | 'new' | null>(null);
  return (
    <section aria-labelledby="transcript-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="transcript-title">{t('lines.title')}</Title>
        <Group gap="xs">
          {(query.data?.lines.length ?? 0) > 0 && <ExportButton list={{ table: 'transcript', studentId }} />}
          {may('transcripts:create') && <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('lines.add')}</Button>}
        </Group>
      </Group>
      <LoadState query={query}>{({ lines }) => (lines.length === 0 ? <Text size="sm" c="dimmed">{t('lines.none')}</Text> : <Lines lines={lines} onEdit={setEdited} />)}</LoadState>
      {edited && <TranscriptLineDialog studentId={studentId} line={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  );
}

function Lines({ lines, onEdit }: { lines: Line[]; onEdit: (line: Line) => void }) {
  const { t } = useTranslation('results');
  const may = useMay();
  const mayEdit = may('transcripts:edit');
  const remove = useCommand('transcripts.remove');
  const format = useFormat();
  const number = (value: number | null) => (value === null ? '' : format.number(value));
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table aria-label={t('lines.title')} verticalSpacing={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lines.year')}</Table.Th><Table.Th>{t('lines.level')}</Table.Th><Table.Th>{t('lines.courseTitle')}</Table.Th><Table.Th ta="right">{t('student.credits')}</Table.Th>
            <Table.Th>{t('lines.grade')}</Table.Th><Table.Th>{t('lines.passed')}</Table.Th>{mayEdit && <Table.Th aria-label={t('lines.edit')} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => {
            const title = pickName(format, line.titleEl, line.titleEn);
            return (
              <Table.Tr key={line.id}>
                <Table.Td>{line.yearLabel}</Table.Td><Table.Td>{line.level}</Table.Td>
                <Table.Th scope="row" fw={500}>
                  <Stack gap={0}>{title}{line.isExternal && <Text span size="xs" c="dimmed">{t('lines.external')}: {line.schoolName}</Text>}</Stack>
                </Table.Th>
                <Table.Td ta="right">{number(line.credits)}</Table.Td>
                <Table.Td>{[number(line.value), pickName(format, line.gradeEl, line.gradeEn)].filter(Boolean).join(' ')}</Table.Td>
                <Table.Td>{line.passed !== null && (line.passed ? t('lines.passed') : <Text span size="sm" fw={600} style={{ color: 'var(--mantine-color-error)' }}>{t('lines.failed')}</Text>)}</Table.Td>
                {mayEdit && <Table.Td>{line.isExternal && <RowActions what={title} onEdit={() => onEdit(line)} onRemove={may('transcripts:delete') && (() => remove.mutate({ id: line.id, rev: line.rev }))} />}</Table.Td>}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
