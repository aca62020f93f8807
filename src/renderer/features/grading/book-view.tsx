import { ActionIcon, Alert, Button, Group, Popover, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconKeyboard, IconLock, IconPlus, IconScale, IconSend, IconTable, IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gradebook } from '#contract/grading-parts.ts';
import type { Input } from '#contract/index.ts';
import { useMay } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { ExportButton } from '../../ui/export/index.ts';
import { EmptyState, Page, TextLink } from '../../ui/index.ts';
import { AssessmentDialog } from './assessment-dialog.tsx';
import { BookGrid } from './book-grid.tsx';
import { GradeDialog } from './grade-dialog.tsx';
import { columnsOf } from './grid/columns.ts';
import { Legend } from './legend.tsx';
import { PostingDialog } from './posting-dialog.tsx';
import { SchemeDialog } from './scheme-dialog.tsx';
import { WhyPanel } from './why-panel.tsx';

/** What is open over the grid. */
export type Overlay =
  | { kind: 'work'; work: Gradebook['assessments'][number] | null } | { kind: 'scheme' } | { kind: 'posting' }
  | { kind: 'why' | 'grade'; student: Gradebook['students'][number] };

export interface BookViewProps { book: Gradebook; input: Input<'gradebook.get'>; onOpen: (section: string, term?: string) => void }

/** The gradebook of one section and term. */
export function BookView({ book, input, onOpen }: BookViewProps) {
  const { t } = useTranslation('grading');
  const format = useFormat();
  const may = useMay();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const { section, termId, students } = book;
  const term = book.terms.find(({ id }) => id === termId);
  const isOpen = !section.isClosed || reason !== null;
  const takesMarks = isOpen && term?.hasParts === false;
  const mayAdd = takesMarks && may('assessments:create');
  const changes = may('grades:edit') || may('assessments:create') || may('assessments:edit');
  const mayPost = term !== undefined && (may('grades:post') || may('grades:correct'));
  const columns = useMemo(() => columnsOf(book), [book]);
  const close = () => setOverlay(null);
  const course = pickName(format, section.courseEl, section.courseEn);
  return (
    <Page fill title={`${course} · ${section.division ?? section.code}`} tabTitle={t('title')} subtitle={<>{section.code} · {section.yearLabel} · <TextLink to="/gradebook" search={{}}>{t('all')}</TextLink></>} actions={(
      <>
        <Select aria-label={t('term')} w={180} allowDeselect={false} value={termId} data={book.terms.map((one) => ({ value: one.id, label: pickName(format, one.nameEl, one.nameEn) }))}
          onChange={(value) => value && onOpen(section.id, value)} />
        {mayAdd && <Tool label={t('newWork')} icon={IconPlus} primary onClick={() => setOverlay({ kind: 'work', work: null })} />}
        {term && <Tool label={t('scheme')} icon={IconScale} onClick={() => setOverlay({ kind: 'scheme' })} />}
        {mayPost && <Tool label={t('post')} icon={IconSend} onClick={() => setOverlay({ kind: 'posting' })} />}
        <ExportButton list={term && students.length > 0 ? { table: 'gradebook', sectionId: section.id, termId } : null} compact />
        <Popover position="bottom-end" withArrow trapFocus>
          <Popover.Target><ActionIcon variant="default" size={36} aria-label={t('keys')}><IconKeyboard size={18} aria-hidden /></ActionIcon></Popover.Target>
          <Popover.Dropdown><Legend /></Popover.Dropdown>
        </Popover>
      </>
    )}>
      <Stack gap="xs" h="100%">
        {section.isClosed && reason === null && <ClosedYear year={section.yearLabel} onReason={changes ? setReason : null} />}
        {!term ? <EmptyState icon={<IconTable />} title={t('noTerm')} text={t('noTermText')} />
          : students.length === 0 ? <EmptyState icon={<IconUsers />} title={t('noStudents')} text={t('noStudentsText')} /> : (
            <>
              {book.assessments.length === 0 && !term.hasParts && <Text size="sm" c="dimmed">{mayAdd ? t('noWorkText') : t('noWorkView')}</Text>}
              <BookGrid book={book} input={input} columns={columns} reason={reason} mayEdit={takesMarks && may('grades:edit')} mayEditWork={takesMarks && may('assessments:edit')} onOverlay={setOverlay} />
            </>
          )}
      </Stack>
      {overlay?.kind === 'work' && <AssessmentDialog book={book} work={overlay.work} reason={reason} onClose={close} />}
      {overlay?.kind === 'scheme' && <SchemeDialog sectionId={section.id} course={course} mayEdit={isOpen && may('assessments:edit')} reason={reason} onClose={close} />}
      {overlay?.kind === 'posting' && term && <PostingDialog sectionId={section.id} term={term} onClose={close} />}
      {overlay?.kind === 'why' && term && <WhyPanel sectionId={section.id} term={term} student={overlay.student} onClose={close} />}
      {overlay?.kind === 'grade' && term && <GradeDialog book={book} term={term} student={overlay.student} onClose={close} />}
    </Page>
  );
}

/** A button of the screen; on a phone its icon alone. */
function Tool({ label, icon: Icon, primary, onClick }: { label: string; icon: typeof IconPlus; primary?: boolean; onClick: () => void }) {
  const variant = primary ? 'filled' : 'default';
  return (
    <>
      <Button visibleFrom="sm" variant={variant} leftSection={<Icon size={16} aria-hidden />} onClick={onClick}>{label}</Button>
      <ActionIcon hiddenFrom="sm" variant={variant} size={36} aria-label={label} onClick={onClick}><Icon size={18} aria-hidden /></ActionIcon>
    </>
  );
}

function ClosedYear({ year, onReason }: { year: string; onReason: ((reason: string) => void) | null }) {
  const { t } = useTranslation('grading');
  const [text, setText] = useState('');
  return (
    <Alert color="gray" variant="outline" icon={<IconLock aria-hidden />} title={t('closed.title', { year })} py="xs">
      {onReason && (
        <form onSubmit={(event) => { event.preventDefault(); if (text.trim()) onReason(text.trim()); }}>
          <Group gap="xs" align="flex-end">
            <TextInput label={t('closed.reason')} description={t('closed.text')} w={420} maxLength={300} value={text} onChange={(event) => setText(event.currentTarget.value)} />
            <Button type="submit" variant="default" disabled={text.trim() === ''}>{t('closed.start')}</Button>
          </Group>
        </form>
      )}
    </Alert>
  );
}
