import { Menu } from '@mantine/core';
import { IconArrowsMove, IconChalkboard, IconDoor, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommand, useMay } from '../../../client/index.ts';
import type { Lesson } from './use-placing.ts';

/** What can be done with a placed lesson. Removing needs no question: Undo follows at once. */
export function LessonMenu({ lesson, onMove, onRoom }: { lesson: Lesson; onMove: () => void; onRoom: () => void }) {
  const { t } = useTranslation('academics');
  const navigate = useNavigate();
  const may = useMay();
  const remove = useCommand('meetings.remove');
  return (
    <Menu.Dropdown>
      <Menu.Item leftSection={<IconArrowsMove size={16} aria-hidden />} onClick={onMove}>{t('timetable.move')}</Menu.Item>
      <Menu.Item leftSection={<IconDoor size={16} aria-hidden />} onClick={onRoom}>{t('timetable.changeRoom')}</Menu.Item>
      {may('sections:delete') && (
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove.mutate({ id: lesson.id, rev: lesson.rev })}>{t('timetable.remove')}</Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item leftSection={<IconChalkboard size={16} aria-hidden />} onClick={() => void navigate({ to: '/sections/$sectionId', params: { sectionId: lesson.sectionId } })}>{t('timetable.openSection')}</Menu.Item>
    </Menu.Dropdown>
  );
}
