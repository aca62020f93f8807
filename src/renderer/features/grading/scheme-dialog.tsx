import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useQueryOf } from '../../client/index.ts';
import { LoadState } from '../../ui/index.ts';
import { Modal } from '@mantine/core';
import { SchemeForm } from './scheme-form.tsx';

export interface SchemeDialogProps { sectionId: string; course: string; mayEdit: boolean; reason: string | null; onClose: () => void }
const levels = ['section', 'course', 'school'] as const;
export type Level = (typeof levels)[number];

/** The weights of a section; the office also edits those of the course and the school. */
export function SchemeDialog({ sectionId, course, mayEdit, reason, onClose }: SchemeDialogProps) {
  const { t } = useTranslation('grading');
  const may = useMay();
  const query = useQueryOf('schemes.get', { sectionId });
  const [level, setLevel] = useState<Level>('section');
  const mayConfigure = may('grading:configure');
  if (!query.data) return <Modal opened onClose={onClose} title={t('schemeDialog.title')} size="lg"><LoadState query={query}>{() => null}</LoadState></Modal>;
  const { schemes, courseId } = query.data;
  const own = schemes.find((scheme) => scheme.level === level) ?? null;
  const above = schemes.find((scheme) => levels.indexOf(scheme.level) > levels.indexOf(level)) ?? null;
  const choose = mayConfigure && (
    <SegmentedControl aria-label={t('schemeDialog.level')} fullWidth value={level} data={levels.map((value) => ({ value, label: value === 'course' ? course : t(`schemeDialog.${value}`) }))}
      onChange={(value) => { const next = levels.find((one) => one === value); if (next) setLevel(next); }} />
  );
  return (
    <SchemeForm key={`${level} ${own?.id} ${own?.rev}`} level={level} sectionId={sectionId} courseId={courseId} own={own} above={above} reason={reason}
      mayEdit={level === 'section' ? mayEdit : mayConfigure} choose={choose} onClose={onClose} />
  );
}
