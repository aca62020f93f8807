import { Button, Menu } from '@mantine/core';
import { IconArchive, IconAddressBook, IconAddressBookOff, IconChevronDown, IconEraser, IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useCommand, useMay } from '../../../../client/index.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { DisclosureDialog } from '../../../../ui/privacy/index.ts';
import { writeName } from '../../student-name.ts';
import { ArchiveDialog } from './archive-dialog.tsx';
import { EraseDialog } from './erase-dialog.tsx';

/** What is rarely done with a student's data: left out of directories, told to others, handed over, erased. Nothing for who may do none of it. */
export function MoreMenu({ student }: { student: Output<'students.get'> }) {
  const { t } = useTranslation(['privacy', 'people']);
  const format = useFormat();
  const may = useMay();
  const optOut = useCommand('privacy.setOptOut');
  const [dialog, setDialog] = useState<'disclose' | 'archive' | 'erase' | null>(null);
  const close = () => setDialog(null);
  if (!may('students:edit') && !may('disclosures:create') && !may('privacy:export') && !may('privacy:erase')) return null;
  const { id, details, directoryOptOut } = student;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>{t('people:more')}</Button></Menu.Target>
        <Menu.Dropdown>
          {may('students:edit') && (
            <Menu.Item leftSection={directoryOptOut ? <IconAddressBook size={16} aria-hidden /> : <IconAddressBookOff size={16} aria-hidden />} onClick={() => optOut.mutate({ studentId: id, optedOut: !directoryOptOut })}>
              {t(directoryOptOut ? 'optOut.in' : 'optOut.out')}
            </Menu.Item>
          )}
          {may('disclosures:create') && <Menu.Item leftSection={<IconFileExport size={16} aria-hidden />} onClick={() => setDialog('disclose')}>{t('disclosure.add')}</Menu.Item>}
          {may('privacy:export') && <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={() => setDialog('archive')}>{t('archive.menu')}</Menu.Item>}
          {may('privacy:erase') && <Menu.Item leftSection={<IconEraser size={16} aria-hidden />} onClick={() => setDialog('erase')}>{t('erasure.menu')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'disclose' && <DisclosureDialog id={null} students={[{ id, label: `${writeName(format, details)} · ${details.studentNo}` }]} onClose={close} />}
      {dialog === 'archive' && may('privacy:export') && <ArchiveDialog student={student} onClose={close} />}
      {dialog === 'erase' && may('privacy:erase') && <EraseDialog student={student} onClose={close} />}
    </>
  );
}
