import { useMemo, useState } from 'react';
import type { AttendanceTarget } from '#contract/attendance.ts';
import { errorCodes, type Failure } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { queryClient, queryKeyOf, toFailure, useCommand } from '../../../client/index.ts';
import { baseEntry, sameEntry, type Entry } from './rules-sheet.ts';

type Sheet = Output<'attendance.sheet'>;

/**
 * What is typed on a sheet, kept apart from what is saved: when somebody else saves meanwhile, theirs is shown beneath and nothing typed is lost.
 */
export function useSheet(date: string, target: AttendanceTarget, sheet: Sheet, presentId: string | null) {
  const [typed, setTyped] = useState<ReadonlyMap<string, Entry | null>>(new Map());
  const [failure, setFailure] = useState<Failure | null>(null);
  const [reason, setReason] = useState('');
  const command = useCommand('attendance.take', { handles: errorCodes });
  const base = useMemo(() => new Map(sheet.students.map((student) => [student.id, baseEntry(student, sheet.source, presentId)])), [sheet, presentId]);
  const entryOf = (id: string): Entry | null => (typed.has(id) ? typed.get(id) : base.get(id)) ?? null;
  const isDirty = [...typed].some(([id, entry]) => base.has(id) && !sameEntry(entry, base.get(id) ?? null));
  const set = (id: string, entry: Entry | null) => setTyped((now) => new Map(now).set(id, entry));
  /** The same code again takes it back. */
  const mark = (id: string, codeId: string) => {
    const now = entryOf(id);
    set(id, now?.codeId === codeId || codeId === presentId ? null : { codeId, minutes: null, note: now?.note ?? null });
  };
  const save = async () => {
    setFailure(null);
    const marks = sheet.students.flatMap(({ id }) => {
      const entry = entryOf(id);
      return entry ? [{ studentId: id, ...entry }] : [];
    });
    try {
      await command.mutateAsync({ date, target, version: sheet.version, marks, reason: reason || null });
      setTyped(new Map());
    } catch (error) {
      const refusal = toFailure(error);
      setFailure(refusal);
      if (refusal.code === 'conflict') await queryClient.invalidateQueries({ queryKey: queryKeyOf('attendance.sheet', { date, target }) });
    }
  };
  return { entryOf, isTyped: (id: string) => typed.has(id) && !sameEntry(typed.get(id) ?? null, base.get(id) ?? null), isDirty, mark, set, save, saving: command.isPending, failure, reason, setReason };
}
export type SheetState = ReturnType<typeof useSheet>;
