import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes, type Failure } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { toFailure, useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { EmptyState, FormFailure, LoadState, MomentText, RowActions } from '../../../ui/index.ts';

type Note = Output<'notes.list'>['notes'][number];

/** What the school has noted about a student, latest first. */
export function NotesSection({ studentId }: { studentId: string }) {
  const { t } = useTranslation('people');
  const may = useMay();
  const query = useQueryOf('notes.list', { studentId });
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <LoadState query={query}>
      {({ notes }) => (
        <Stack maw={760}>
          {may('notes:create') && <NoteForm studentId={studentId} note={null} onDone={() => undefined} />}
          {notes.length === 0 && <EmptyState icon={<IconNote />} title={t('note.none')} text={t('note.noneText')} />}
          {notes.map((note) => (edited === note.id
            ? <NoteForm key={note.id} studentId={studentId} note={note} onDone={() => setEdited(null)} />
            : <NoteCard key={note.id} note={note} onEdit={() => setEdited(note.id)} />))}
        </Stack>
      )}
    </LoadState>
  );
}

function NoteCard({ note, onEdit }: { note: Note; onEdit: () => void }) {
  const { t } = useTranslation('people');
  const may = useMay();
  const remove = useCommand('notes.remove');
  return (
    <Paper component="article">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="xs" c="dimmed">{note.author} · <MomentText at={note.createdAt} />{note.updatedAt > note.createdAt && ` · ${t('note.edited')}`}</Text>
        <RowActions what={t('note.one')} onEdit={may('notes:edit') && onEdit} onRemove={may('notes:delete') && (() => remove.mutate({ id: note.id, rev: note.rev }))} />
      </Group>
      <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{note.text}</Text>
    </Paper>
  );
}

function NoteForm({ studentId, note, onDone }: { studentId: string; note: Note | null; onDone: () => void }) {
  const { t } = useTranslation(['people', 'common']);
  const save = useCommand('notes.save', { handles: errorCodes });
  const [text, setText] = useState(note?.text ?? '');
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    try {
      await save.mutateAsync({ studentId, id: note?.id ?? null, rev: note?.rev ?? null, text });
      if (note === null) setText('');
      onDone();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="xs" align="flex-start">
        <Textarea w="100%" label={note ? t('note.edit') : t('note.add')} value={text} onChange={(event) => setText(event.currentTarget.value)} autosize minRows={2} maxLength={4000}
          autoFocus={note !== null} />
        <FormFailure failure={failure} />
        <Group>
          <Button type="submit" size="xs" loading={save.isPending} disabled={text.trim() === ''}>{t('common:actions.save')}</Button>
          {note && <Button size="xs" variant="default" onClick={onDone}>{t('common:actions.cancel')}</Button>}
        </Group>
      </Stack>
    </form>
  );
}
