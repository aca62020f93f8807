import { Alert, Button, Group, Kbd, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceTarget } from '#contract/attendance.ts';
import type { Output } from '#contract/index.ts';
import { useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { isApple, writeShortcut } from '../../../platform/system.ts';
import { writePerson } from '../../../ui/attendance/index.ts';
import { EmptyState, FormFailure, LeaveGuard, LoadState } from '../../../ui/index.ts';
import { Register } from './register.tsx';
import classes from './sheet.module.css';
import { useSheet } from './use-sheet.ts';

type SheetData = Output<'attendance.sheet'>;
type Codes = Output<'attendance.codes'>;

/** The register of a division's day or a lesson: everybody present, then the exceptions, then one button. */
export function Sheet({ date, target }: { date: string; target: AttendanceTarget }) {
  const sheet = useQueryOf('attendance.sheet', { date, target });
  const codes = useQueryOf('attendance.codes', {});
  return <LoadState query={codes} lines={8}>{(known) => <LoadState query={sheet} lines={8}>{(data) => <OpenSheet sheet={data} codes={known} date={date} target={target} />}</LoadState>}</LoadState>;
}

function OpenSheet({ sheet, codes, date, target }: { sheet: SheetData; codes: Codes; date: string; target: AttendanceTarget }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const state = useSheet(date, target, sheet, codes.presentId);
  const { title, taken } = sheet;
  const course = pickName(format, title.courseEl, title.courseEn);
  const heading = target.kind === 'lesson' ? `${course} · ${title.code} · ${t('choose.hourOf', { period: target.period })}` : `${title.code} · ${t('choose.wholeDay')}`;
  const mayWrite = sheet.source !== null && sheet.obstacle !== 'future';
  if (sheet.students.length === 0) return <EmptyState icon={<IconUserOff />} title={t('sheet.nobody')} text={t('sheet.nobodyText')} />;
  return (
    <Stack gap="sm">
      <LeaveGuard isDirty={() => state.isDirty} />
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h3">{heading}</Title>
        <Text size="sm" c={taken ? 'dimmed' : undefined} fw={taken ? undefined : 600} role="status">
          {taken ? (taken.by ? t('sheet.taken', { by: taken.by, at: format.moment(taken.at) }) : t('sheet.takenNobody', { at: format.moment(taken.at) })) : t('sheet.notTaken')}
        </Text>
      </Group>
      {title.teacher && <Text size="sm" c="dimmed">{writePerson(format, title.teacher)}{title.startTime && ` · ${title.startTime}`}</Text>}
      {sheet.source === null && <Text size="sm">{t('sheet.lookOnly')}</Text>}
      {state.failure?.code === 'conflict' && <Alert color="orange" variant="outline" title={t('sheet.meanwhileTitle')} role="alert">{t('sheet.meanwhile')}</Alert>}
      {mayWrite && <Text size="sm" c="dimmed">{sheet.source === 'office' && `${t('sheet.asOffice')} `}<span className={classes.digits}>{t('sheet.keys')}</span></Text>}
      <Register sheet={sheet} codes={codes} state={state} mayWrite={mayWrite} label={t('sheet.label', { title: heading })} />
      {mayWrite && <SaveBar sheet={sheet} codes={codes} state={state} />}
    </Stack>
  );
}

function SaveBar({ sheet, codes, state }: { sheet: SheetData; codes: Codes; state: ReturnType<typeof useSheet> }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const closed = sheet.obstacle === 'yearClosed';
  const latest = useRef(state.save);
  latest.current = state.save;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(isApple ? event.metaKey : event.ctrlKey) || event.code !== 'KeyS') return;
      event.preventDefault();
      void latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  const counts = new Map<string, number>();
  for (const { id } of sheet.students) {
    const entry = state.entryOf(id);
    if (entry && entry.codeId !== codes.presentId) counts.set(entry.codeId, (counts.get(entry.codeId) ?? 0) + 1);
  }
  const marked = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const nameOf = (id: string) => { const code = codes.codes.find((one) => one.id === id); return code ? pickName(format, code.labelEl, code.labelEn).toLocaleLowerCase(format.locale) : ''; };
  return (
    <div className={`${classes.bar} no-print`}>
      {closed && <TextInput label={t('sheet.reason')} required value={state.reason} onChange={(event) => state.setReason(event.currentTarget.value)} mb="xs" />}
      {state.failure && state.failure.code !== 'conflict' && <FormFailure failure={state.failure} />}
      <Group justify="space-between" gap="xs">
        <Text size="sm" aria-live="polite">
          {t('sheet.students', { count: sheet.students.length })}: {[
            t('sheet.counts', { present: sheet.students.length - marked }), ...[...counts].map(([id, count]) => t('sheet.countCode', { count, code: nameOf(id) })),
          ].join(' · ')}
          {state.isDirty && <Text span fw={600}> · {t('sheet.unsaved')}</Text>}
        </Text>
        <Button size="md" loading={state.saving} onClick={() => void state.save()} disabled={closed && state.reason.trim() === ''}
          rightSection={<Kbd size="xs" className={classes.kbd}>{writeShortcut('S')}</Kbd>}>
          {!sheet.taken && marked === 0 ? t('sheet.submitAllPresent') : t('sheet.submit')}
        </Button>
      </Group>
    </div>
  );
}
