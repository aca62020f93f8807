import { Autocomplete, Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lesson } from './use-placing.ts';

/** The room of one lesson, where it is not the section's own. */
export function RoomDialog({ lesson, rooms, onSave, onClose }: { lesson: Lesson; rooms: readonly string[]; onSave: (room: string | null) => void; onClose: () => void }) {
  const { t } = useTranslation(['academics', 'common']);
  const [room, setRoom] = useState(lesson.ownRoom ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(room.trim() === '' ? null : room.trim());
  };
  return (
    <Modal opened onClose={onClose} title={t('timetable.changeRoom')} size="sm">
      <form onSubmit={submit}>
        <Stack>
          <Autocomplete data-autofocus label={t('timetable.changeRoom')} description={t('timetable.ownRoom')} value={room} onChange={setRoom} data={[...rooms]} maxLength={30} />
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button><Button type="submit">{t('common:actions.save')}</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}
