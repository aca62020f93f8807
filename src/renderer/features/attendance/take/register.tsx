import { useRef, useState, type KeyboardEvent } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { writePerson } from '../../../ui/attendance/index.ts';
import { keysFor } from './rules-keys.ts';
import { typeDigit } from './rules-sheet.ts';
import { RegisterRow } from './register-row.tsx';
import classes from './sheet.module.css';
import type { SheetState } from './use-sheet.ts';

export interface RegisterProps {
  sheet: Output<'attendance.sheet'>; codes: Output<'attendance.codes'>; state: SheetState; mayWrite: boolean; label: string;
}

/** The students one under the other: arrows move, a code's letter marks, digits are minutes. */
export function Register({ sheet, codes, state, mayWrite, label }: RegisterProps) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  const [said, setSaid] = useState('');
  const usable = codes.codes.filter(({ usable: is }) => is);
  const keys = keysFor(usable);
  const mark = (id: string, codeId: string) => {
    state.mark(id, codeId);
    const student = sheet.students.find((one) => one.id === id);
    const now = state.entryOf(id)?.codeId === codeId || codeId === codes.presentId ? undefined : codes.codes.find((one) => one.id === codeId);
    if (student) setSaid(t('sheet.state', { name: writePerson(format, student), state: now ? pickName(format, now.labelEl, now.labelEn) : t('state.present') }));
  };
  const move = (to: number) => {
    const next = Math.max(0, Math.min(sheet.students.length - 1, to));
    setCurrent(next);
    list.current?.children[next]?.querySelector<HTMLElement>('[data-row]')?.focus();
  };
  const press = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const student = sheet.students[current];
    const steps: Record<string, number> = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: sheet.students.length - 1 };
    const step = steps[event.key];
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    const code = usable.find(({ id }) => `Key${keys.get(id) ?? ''}` === event.code);
    if (step !== undefined) move(step);
    else if (mayWrite && student && code) mark(student.id, code.id);
    else if (mayWrite && student && digit !== undefined) {
      const entry = state.entryOf(student.id);
      const held = codes.codes.find(({ id }) => id === entry?.codeId);
      if (!entry || !held || !(held.tardy || held.presence === 'partial')) return;
      state.set(student.id, { ...entry, minutes: typeDigit(entry.minutes, Number(digit)) });
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <ul className={classes.list} ref={list} onKeyDown={press} aria-label={label}>
        {sheet.students.map((student, index) => (
          <RegisterRow key={student.id} student={student} number={index + 1} isCurrent={index === current} onFocus={() => setCurrent(index)}
            codes={codes} keys={keys} state={state} mayWrite={mayWrite} onMark={(codeId) => mark(student.id, codeId)} />
        ))}
      </ul>
    </>
  );
}
