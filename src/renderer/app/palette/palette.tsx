import { Modal, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PaletteList, type PaletteItem } from './palette-list.tsx';
import { indexCommands } from './command-index.ts';
import classes from './palette.module.css';
import { useCommands } from './use-commands.ts';
import { useStudentHits } from './use-student-hits.ts';

export interface PaletteProps {
  opened: boolean;
  onClose: () => void;
  onHelp: () => void;
}

/** Ctrl+K: one field that finds students, screens and commands. */
export function Palette(props: PaletteProps) {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <Modal opened={props.opened} onClose={props.onClose} withCloseButton={false} centered={false} size={640} padding={0} yOffset="9vh"
      transitionProps={{ duration: 0 }} attributes={{ content: { 'aria-label': t('search.title') } }} classNames={{ body: classes.body }}>
      <PaletteSearch {...props} />
    </Modal>
  );
}

/** Takes the keys as soon as the field is there: the dialog's own focus comes some milliseconds later, and people type at once. */
const takeFocus = (field: HTMLInputElement | null) => field?.focus();

function PaletteSearch({ opened, onClose, onHelp }: PaletteProps) {
  const { t } = useTranslation(['shell', 'common']);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [enterWaits, setEnterWaits] = useState(false);
  const { hits, stale } = useStudentHits(typed, opened);
  const commands = useCommands(onHelp);

  const find = useMemo(() => indexCommands(commands), [commands]);
  const found = find(typed);
  const shown = typed.trim() === '' ? commands.slice(0, 6) : commands.filter(({ key }) => found.has(key));
  const items: PaletteItem[] = [
    ...hits.map((hit) => ({ kind: 'student' as const, key: hit.id, hit, run: () => void navigate({ to: '/students/$studentId', params: { studentId: hit.id } }) })),
    ...shown.map((command) => ({ kind: 'command' as const, key: command.key, command, run: command.run })),
  ];
  const current = Math.min(active, items.length - 1);
  const choose = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    item.run();
  };
  useEffect(() => {
    // Enter was faster than the answer: open the best hit of what was typed, not of what stood there before.
    if (!enterWaits || stale) return;
    setEnterWaits(false);
    choose(items[0]);
  });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(items.length ? (current + 1) % items.length : 0);
    else if (event.key === 'ArrowUp') setActive(items.length ? (current - 1 + items.length) % items.length : 0);
    else if (event.key === 'Home' && event.ctrlKey) setActive(0);
    else if (event.key === 'End' && event.ctrlKey) setActive(items.length - 1);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (stale) setEnterWaits(true);
      else choose(items[current]);
    } else return;
    event.preventDefault();
  };
  const type = (text: string) => {
    setTyped(text);
    setActive(0);
    setEnterWaits(false);
  };

  return (
    <>
      <TextInput ref={takeFocus} value={typed} onChange={(event) => type(event.currentTarget.value)} onKeyDown={press} data-autofocus size="md" maxLength={100}
        leftSection={<IconSearch size={18} aria-hidden />} placeholder={t('search.placeholder')} classNames={{ input: classes.input }}
        aria-label={t('search.title')} role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list"
        aria-activedescendant={items[current] ? `palette-${current}` : undefined} autoComplete="off" spellCheck={false} />
      <PaletteList items={items} active={current} onPoint={setActive} onChoose={choose} studentsTitle={t(typed.trim() === '' ? 'search.recent' : 'search.students')} />
      {items.length === 0 && !stale && (
        <div className={classes.empty}>
          <Text fw={500}>{t('search.empty', { text: typed.trim() })}</Text>
          <Text size="sm" c="dimmed">{t('search.emptyHint')}</Text>
        </div>
      )}
      <Text size="xs" c="dimmed" className={classes.hint}>{t('search.hint')}</Text>
      <VisuallyHidden role="status">{stale ? '' : t('search.results', { count: items.length })}</VisuallyHidden>
    </>
  );
}
