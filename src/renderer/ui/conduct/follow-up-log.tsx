import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '#contract/conduct.ts';
import type { Failure } from '#contract/errors.ts';
import { isoDate } from '#contract/fields.ts';
import { toFailure } from '../../client/index.ts';
import { DateField } from '../date-field.tsx';
import { DateText } from '../date-text.tsx';
import { FormFailure } from '../form-errors.tsx';
import { RowActions } from '../row-actions.tsx';
import { todayIso } from './today.ts';

export interface FollowUpLogProps {
  log: readonly FollowUp[];
  /** False: only to be read. */
  mayEdit: boolean;
  onSave: (entry: { id: string | null; rev: number | null; date: string; text: string }) => Promise<unknown>;
  onRemove: (entry: FollowUp) => void;
}

/** What was done since, newest first, and a line for the next step. */
export function FollowUpLog({ log, mayEdit, onSave, onRemove }: FollowUpLogProps) {
  const { t } = useTranslation('conduct');
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <Stack gap="xs" component="section" aria-label={t('log.title')}>
      <Title order={3} size="h4">{t('log.title')}</Title>
      {mayEdit && <EntryForm entry={null} onSave={onSave} onDone={() => undefined} />}
      {log.length === 0 && <Text size="sm" c="dimmed">{t('log.none')}</Text>}
      {log.map((entry) => (edited === entry.id ? <EntryForm key={entry.id} entry={entry} onSave={onSave} onDone={() => setEdited(null)} /> : (
        <Group key={entry.id} justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Text size="xs" c="dimmed"><DateText date={entry.date} />{entry.author && ` · ${entry.author}`}</Text>
            <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{entry.text}</Text>
          </div>
          <RowActions what={t('log.one')} onEdit={mayEdit && (() => setEdited(entry.id))} onRemove={mayEdit && (() => onRemove(entry))} />
        </Group>
      )))}
    </Stack>
  );
}

function EntryForm({ entry, onSave, onDone }: { entry: FollowUp | null; onSave: FollowUpLogProps['onSave']; onDone: () => void }) {
  const { t } = useTranslation(['conduct', 'common', 'errors']);
  const [date, setDate] = useState(entry?.date ?? todayIso());
  const [text, setText] = useState(entry?.text ?? '');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const isDate = isoDate.safeParse(date).success;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    setBusy(true);
    try {
      await onSave({ id: entry?.id ?? null, rev: entry?.rev ?? null, date, text });
      setText('');
      onDone();
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <DateField label={t('log.date')} w={150} value={date} onChange={setDate} error={isDate ? undefined : t('errors:dateForm')} />
        <Textarea label={entry ? t('log.edit') : t('log.add')} value={text} onChange={(event) => setText(event.currentTarget.value)} autosize minRows={1} maxRows={6} maxLength={2000} style={{ flex: 1 }} />
        <Button type="submit" variant="default" loading={busy} disabled={text.trim() === '' || !isDate}>{t('common:actions.save')}</Button>
        {entry && <Button variant="subtle" onClick={onDone}>{t('common:actions.cancel')}</Button>}
      </Group>
      <FormFailure failure={failure} />
    </form>
  );
}
