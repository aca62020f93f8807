import { ActionIcon, Badge, Button, Group, Kbd, Menu, NumberInput, Text, VisuallyHidden } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AttendanceMark } from '#contract/attendance.ts';
import type { Output } from '#contract/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { writePerson } from '../../../ui/attendance/index.ts';
import type { SheetStudent } from './rules-sheet.ts';
import classes from './sheet.module.css';
import type { SheetState } from './use-sheet.ts';

export interface RegisterRowProps {
  student: SheetStudent; number: number; isCurrent: boolean; onFocus: () => void;
  codes: Output<'attendance.codes'>; keys: ReadonlyMap<string, string>; state: SheetState; mayWrite: boolean; onMark: (codeId: string) => void;
}

/** Codes that stand as buttons; the rest are in a menu, so that a phone shows one line. */
const quick = 3;
const tabStop = (isCurrent: boolean) => (isCurrent ? 0 : -1);

/** One student of a register: name, the codes as large buttons, minutes where they say something, and both marks side by side. */
export function RegisterRow({ student, number, isCurrent, onFocus, codes, keys, state, mayWrite, onMark }: RegisterRowProps) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const name = writePerson(format, student);
  const entry = state.entryOf(student.id);
  const held = codes.codes.find(({ id }) => id === entry?.codeId);
  const label = (code: { labelEl: string; labelEn: string }) => pickName(format, code.labelEl, code.labelEn);
  const offered = codes.codes.filter((code) => (code.usable && code.id !== codes.presentId) || code.id === held?.id);
  const buttons = offered.slice(0, quick);
  // What is marked is always seen: a code from the menu takes the last place.
  const shown = held && held.id !== codes.presentId && !buttons.includes(held) ? [...buttons, held] : buttons;
  const timed = held && (held.tardy || held.presence === 'partial');
  return (
    <li className={`${classes.row} ${held && held.id !== codes.presentId ? classes.marked : ''}`} onFocus={onFocus}>
      <div className={classes.name} tabIndex={tabStop(isCurrent)} data-row role="group" aria-label={t('sheet.state', { name, state: held ? label(held) : t('state.present') })}>
        <Text size="md" fw={500} component="div"><Text span c="dimmed" size="sm" mr={8} style={{ fontVariantNumeric: 'tabular-nums' }}>{number}</Text>{name}</Text>
        <BothMarks student={student} codes={codes} />
      </div>
      <div className={classes.marks}>
        {timed && (
          <NumberInput w={92} size="md" aria-label={t('sheet.minutesOf', { name })} placeholder={t('sheet.minutes')} min={1} max={720} allowDecimal={false} hideControls
            tabIndex={tabStop(isCurrent)} disabled={!mayWrite} value={entry?.minutes ?? ''} suffix={format.language === 'el' ? '΄' : ' min'}
            onChange={(value) => entry && state.set(student.id, { ...entry, minutes: typeof value === 'number' ? value : null })} />
        )}
        <Group gap={6} role="group" aria-label={name}>
          {shown.map((code) => (
            <Button key={code.id} className={classes.code} variant={held?.id === code.id ? 'filled' : 'default'} aria-pressed={held?.id === code.id} disabled={!mayWrite}
              tabIndex={tabStop(isCurrent)} onClick={() => onMark(code.id)} title={label(code)}>
              {code.code}{keys.has(code.id) && <Kbd size="xs" className={classes.kbd} aria-hidden>{keys.get(code.id)}</Kbd>}
              <VisuallyHidden> {label(code)}: {name}</VisuallyHidden>
            </Button>
          ))}
          {mayWrite && offered.length > quick && (
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon variant="default" size={44} tabIndex={tabStop(isCurrent)} aria-label={t('sheet.more', { name })}><IconDots size={18} aria-hidden /></ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {offered.filter((code) => !shown.includes(code)).map((code) => (
                  <Menu.Item key={code.id} onClick={() => onMark(code.id)} rightSection={keys.has(code.id) && <Kbd size="xs">{keys.get(code.id)}</Kbd>}>{code.code} · {label(code)}</Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </div>
    </li>
  );
}

/** The teacher's and the office's mark, each with who and when. */
function BothMarks({ student, codes }: { student: SheetStudent; codes: Output<'attendance.codes'> }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const write = (mark: AttendanceMark) => {
    const code = codes.codes.find(({ id }) => id === mark.codeId)?.code ?? '?';
    return [
      t('sheet.markedBy', { code, by: mark.by ?? '–', at: format.moment(mark.at) }),
      mark.minutes === null ? null : t('sheet.minutesShort', { count: mark.minutes }), mark.note, mark.hasDocument ? t('sheet.document') : null,
    ].filter(Boolean).join(' · ');
  };
  const marks = [['teacher', student.teacher], ['office', student.office], ['officeDay', student.officeDay]] as const;
  if (!student.office && !student.officeDay) return null;
  return (
    <Group gap={6} mt={2}>
      {marks.map(([source, mark]) => mark && (
        <Group key={source} gap={4} wrap="nowrap">
          <Badge size="xs" variant="outline" tt="none" style={{ color: 'var(--mantine-color-text)' }}>{t(`sheet.${source}`)}</Badge>
          <Text span size="xs" c="dimmed">{write(mark)}</Text>
        </Group>
      ))}
    </Group>
  );
}
