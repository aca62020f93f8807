import { Badge, Kbd, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#contract/search.ts';
import classes from './palette.module.css';
import type { PaletteCommand } from './use-commands.ts';

export type PaletteItem =
  | { kind: 'student'; key: string; hit: SearchHit; run: () => void }
  | { kind: 'command'; key: string; command: PaletteCommand; run: () => void };

export interface PaletteListProps {
  items: PaletteItem[];
  active: number;
  studentsTitle: string;
  onPoint: (index: number) => void;
  onChoose: (item: PaletteItem) => void;
}

/** The palette's hits, in two groups. */
export function PaletteList({ items, active, studentsTitle, onPoint, onChoose }: PaletteListProps) {
  const { t } = useTranslation('shell');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which React would take for a clean-up.
    void list.current?.querySelector(`#palette-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const groups = [
    { title: studentsTitle, kind: 'student' as const }, { title: t('search.commands'), kind: 'command' as const },
  ];
  return (
    <div ref={list} id="palette-list" role="listbox" aria-label={t('search.title')} className={classes.list}>
      {groups.filter(({ kind }) => items.some((item) => item.kind === kind)).map(({ title, kind }) => (
        <div key={kind} role="group" aria-label={title}>
          <div className={classes.group} role="presentation">{title}</div>
          {items.map((item, index) => item.kind === kind && (
            <div key={item.key} id={`palette-${index}`} role="option" aria-selected={index === active} className={classes.item}
              onMouseMove={() => index !== active && onPoint(index)} onClick={() => onChoose(item)}>
              {item.kind === 'student' ? <StudentLine hit={item.hit} /> : <CommandLine command={item.command} />}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function StudentLine({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation('common');
  const latin = [hit.familyLatin, hit.givenLatin].filter(Boolean).join(' ');
  return (
    <>
      <Text span fw={550} truncate>{hit.familyEl} {hit.givenEl}</Text>
      <Text span size="xs" c="dimmed" truncate style={{ flex: 1 }}>{[hit.fatherEl, latin].filter(Boolean).join(' · ')}</Text>
      {hit.noContact && <Badge size="sm" color="red" variant="filled" tt="none" style={{ background: '#a61b1b', color: '#fff' }}>{t('noContactOrder')}</Badge>}
      {hit.status !== 'enrolled' && <Badge size="sm" variant="default" tt="none">{t(`status.${hit.status}`)}</Badge>}
      <Text span size="sm" c="dimmed">{hit.division ?? hit.level}</Text>
      <Text span size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>{hit.studentNo}</Text>
    </>
  );
}

function CommandLine({ command: { icon: Icon, label, shortcut } }: { command: PaletteCommand }) {
  return (
    <>
      <Icon size={17} stroke={1.6} aria-hidden />
      <Text span style={{ flex: 1 }}>{label}</Text>
      {shortcut && <Kbd size="xs">{shortcut}</Kbd>}
    </>
  );
}
