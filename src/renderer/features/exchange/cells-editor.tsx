import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { LoadState } from '../../ui/index.ts';

interface CellsEditorProps { id: string; line: number; header: readonly string[]; onSave: (edits: Record<string, string>) => void; onLeave: () => void }

/** The cells of one line as they stand in the file, to be mended. Enter saves all of them, Escape leaves. */
export function CellsEditor({ id, line, header, onSave, onLeave }: CellsEditorProps) {
  const { t } = useTranslation(['exchange', 'common']);
  const query = useQueryOf('imports.row', { id, line });
  const [mended, setMended] = useState<Record<string, string>>({});
  return (
    <LoadState query={query} lines={2}>
      {({ cells }) => (
        <form aria-label={t('mend.line', { line })} onKeyDown={(event) => { if (event.key === 'Escape') onLeave(); }}
          onSubmit={(event) => {
            event.preventDefault();
            onSave(mended);
          }}>
          <Stack gap="xs" py="xs">
            <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }} spacing="xs" verticalSpacing="xs">
              {cells.map(({ column, text, isEdited }, i) => {
                const place = `${line - 1}:${column}`, name = header[column] || t('mapping.unnamed', { number: column + 1 });
                return (
                  <TextInput key={place} size="xs" label={isEdited ? t('mend.edited', { column: name }) : name} value={mended[place] ?? text} maxLength={2000} autoFocus={i === 0}
                    onChange={(event) => setMended({ ...mended, [place]: event.currentTarget.value })} />
                );
              })}
            </SimpleGrid>
            <Group gap="xs">
              <Button type="submit" size="xs" disabled={Object.keys(mended).length === 0}>{t('mend.save')}</Button>
              <Button size="xs" variant="default" onClick={onLeave}>{t('common:actions.cancel')}</Button>
              <Text size="xs" c="dimmed">{t('mend.keys')}</Text>
            </Group>
          </Stack>
        </form>
      )}
    </LoadState>
  );
}
