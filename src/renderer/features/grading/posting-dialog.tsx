import { Alert, Button, Group, Modal, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes, type Failure } from '#contract/errors.ts';
import type { Gradebook } from '#contract/grading-parts.ts';
import type { Output } from '#contract/index.ts';
import { toFailure, useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { FormFailure, LoadState } from '../../ui/index.ts';
import { describeFieldError } from '../../i18n/dynamic.ts';
import { writeGrade, writeName } from './write-grade.ts';

type Term = Gradebook['terms'][number];
type Preview = Output<'grades.preview'>;
type Row = Preview['rows'][number];
/** What the poster has changed by hand. */
interface Own { value: number | null; reason: string }

/** Shows what would be posted for a term, lets grades be given by hand with a reason, and posts. */
export function PostingDialog({ sectionId, term, onClose }: { sectionId: string; term: Term; onClose: () => void }) {
  const { t } = useTranslation(['grading', 'common']);
  const format = useFormat();
  const query = useQueryOf('grades.preview', { sectionId, termId: term.id });
  return (
    <Modal opened onClose={onClose} size={860} title={t('posting.title', { term: pickName(format, term.nameEl, term.nameEn) })} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <LoadState query={query} lines={10}>{(preview) => <Posting preview={preview} place={{ sectionId, termId: term.id }} hasParts={term.hasParts} onClose={onClose} />}</LoadState>
    </Modal>
  );
}

function Posting({ preview, place, hasParts, onClose }: { preview: Preview; place: { sectionId: string; termId: string }; hasParts: boolean; onClose: () => void }) {
  const { t } = useTranslation(['grading', 'common']);
  const format = useFormat();
  const may = useMay();
  const post = useCommand('grades.post', { handles: errorCodes });
  const postLate = useCommand('grades.postLate', { handles: errorCodes });
  const [own, setOwn] = useState<ReadonlyMap<string, Own>>(new Map());
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const { posting, rows, scale } = preview;
  const isLate = posting === 'before' || posting === 'after';
  const mayNow = posting === 'open' ? may('grades:post') : isLate && may('grades:correct');
  const chosen = rows.flatMap((row) => {
    const value = own.has(row.studentId) ? own.get(row.studentId)?.value ?? null : row.proposed;
    return row.posted !== null || value === null ? [] : [{ studentId: row.studentId, computed: row.computed, value, reason: own.get(row.studentId)?.reason.trim() || null }];
  });
  const errorOf = (studentId: string) => {
    const found = failure?.fields?.find(({ path }) => chosen[Number(path.split('.')[1])]?.studentId === studentId);
    return found && describeFieldError(found);
  };
  const change = (row: Row, more: Partial<Own>) => setOwn((before) => new Map(before).set(row.studentId, { value: row.proposed, reason: '', ...before.get(row.studentId), ...more }));
  const send = async () => {
    setFailure(null);
    try {
      await (posting === 'open' ? post.mutateAsync({ ...place, grades: chosen }) : postLate.mutateAsync({ ...place, grades: chosen, reason }));
      onClose();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  const dates = { open: preview.postingCloses, before: preview.postingOpens, after: preview.postingCloses, locked: null }[posting];
  const status = posting === 'locked' ? t('posting.locked') : posting === 'open' && dates === null ? t('posting.open') : t(`posting.${posting === 'open' ? 'openUntil' : posting}`, { date: format.date(dates) });
  return (
    <Stack>
      <Alert color={posting === 'open' ? 'teal' : 'gray'} variant="outline" py="xs">
        {status} {isLate && (mayNow ? t('posting.late') : t('posting.ask'))} {hasParts && t('posting.parts')}
      </Alert>
      <Table.ScrollContainer minWidth={680}>
        <Table aria-label={t('post')} verticalSpacing={4} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('student')}</Table.Th><Table.Th>{t('posting.graded')}</Table.Th><Table.Th>{t('posting.computed')}</Table.Th>
              {rows.some(({ penalty }) => penalty > 0) && <Table.Th>{t('posting.penalty')}</Table.Th>}
              <Table.Th>{t('posting.final')}</Table.Th><Table.Th>{t('posting.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => <PostingRow key={row.studentId} row={row} scale={scale} own={own.get(row.studentId)} error={errorOf(row.studentId)} mayPost={mayNow} hasPenalty={rows.some(({ penalty }) => penalty > 0)} onChange={(more) => change(row, more)} />)}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {mayNow && isLate && <TextInput label={t('posting.lateReason')} required maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
      <Text size="xs" c="dimmed">{t('posting.fixed')}</Text>
      <FormFailure failure={failure} />
      <Group justify="flex-end">
        {mayNow && chosen.length === 0 && <Text size="sm" c="dimmed">{t('posting.nothing')}</Text>}
        <Button variant="default" onClick={onClose}>{t('common:actions.close')}</Button>
        {mayNow && chosen.length > 0 && (
          <Button loading={post.isPending || postLate.isPending} disabled={isLate && reason.trim() === ''} onClick={() => void send()}>{t('posting.do', { count: chosen.length })}</Button>
        )}
      </Group>
    </Stack>
  );
}

interface PostingRowProps { row: Row; scale: Preview['scale']; own: Own | undefined; error: string | undefined; mayPost: boolean; hasPenalty: boolean; onChange: (more: Partial<Own>) => void }

function PostingRow({ row, scale, own, error, mayPost, hasPenalty, onChange }: PostingRowProps) {
  const { t } = useTranslation('grading');
  const format = useFormat();
  const name = writeName(format, row);
  const differs = own !== undefined && own.value !== row.proposed && own.value !== null;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>{name}{row.leftOn && <Text size="xs" c="dimmed">{t('left', { date: format.shortDay(row.leftOn) })}</Text>}</Table.Th>
      <Table.Td>{format.percent(row.covered)}</Table.Td>
      <Table.Td>{row.computed === null ? <Text size="sm" c="dimmed">{t('posting.noData')}</Text> : writeGrade(format, scale, row.computed)}</Table.Td>
      {hasPenalty && <Table.Td>{row.penalty > 0 && t('posting.penaltyOf', { penalty: format.number(row.penalty), absences: row.absences })}</Table.Td>}
      <Table.Td w={96}>
        {row.posted !== null ? t('posting.already', { value: writeGrade(format, scale, row.posted) }) : mayPost ? (
          <NumberInput size="xs" aria-label={t('posting.valueFor', { name })} hideControls min={scale.min} max={scale.max} clampBehavior="none" decimalScale={2} decimalSeparator={format.language === 'el' ? ',' : '.'}
            error={differs || error === undefined ? undefined : error} value={own ? (own.value ?? '') : (row.proposed ?? '')} onChange={(value) => onChange({ value: typeof value === 'number' ? value : null })} />
        ) : row.proposed !== null && writeGrade(format, scale, row.proposed)}
      </Table.Td>
      <Table.Td>
        {row.posted === null && differs && <TextInput size="xs" aria-label={t('posting.reasonFor', { name })} placeholder={t('posting.why')} maxLength={300} error={error} value={own.reason} onChange={(event) => onChange({ reason: event.currentTarget.value })} />}
      </Table.Td>
    </Table.Tr>
  );
}
