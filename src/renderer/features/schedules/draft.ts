import type { z } from 'zod';
import type { Input } from '#contract/index.ts';
import type { ListOf } from '#contract/exports.ts';
import type { schedulable } from '#contract/schedulable.ts';
import type { Keep, Schedule, Target, When } from '#contract/schedules.ts';
import type { Language } from '#contract/fields.ts';

type Work = z.output<(typeof schedulable)['exports.table']['input']>;
/** What the form makes: a list of students. */
type StudentList = Work & { list: ListOf<'students'>; columns: string[] };
const isStudentList = (input: Work): input is StudentList => input.list.table === 'students' && input.columns !== null;

/** The form's fields side by side: what is not chosen is remembered while it is hidden. */
export type Draft = {
  schedule: {
    name: string; work: { input: StudentList };
    when: { kind: When['kind']; at: string; days: number[]; day: number; expression: string };
    timeZone: string; target: { kind: Target['kind']; folder: string; recipients: string[] }; keep: { kind: Keep['kind']; count: number; days: number };
    language: Language; encrypt: boolean; runAs: string; active: boolean; notify: string;
  };
  password: string;
};

/** A new schedule, every Monday at seven, or one as it is. */
export function draftOf(schedule: Schedule | null, usual: { userId: string; language: Language; timeZone: string }): Draft {
  const when = { kind: 'weekly' as const, at: '07:00', days: [1], day: 1, expression: '0 7 * * 1' };
  const target = { kind: 'folder' as const, folder: '', recipients: [] };
  const keep = { kind: 'count' as const, count: 10, days: 30 };
  const input: StudentList = {
    format: 'xlsx', columns: ['studentNo', 'familyEl', 'givenEl', 'level', 'division'], language: usual.language, disclosure: null,
    list: { table: 'students', order: { by: 'name', descending: false }, filter: { text: '', status: 'enrolled', level: null, division: null, markBand: null, absentInWeek: null, asOf: null } },
  };
  if (!schedule) {
    return { password: '', schedule: { name: '', work: { input }, when, timeZone: usual.timeZone, target, keep, language: usual.language, encrypt: true, runAs: usual.userId, active: true, notify: '' } };
  }
  const { name, work, timeZone, language, encrypt, runAs, active, notify } = schedule;
  return {
    password: '',
    schedule: {
      name, work: { input: isStudentList(work.input) ? work.input : input }, when: { ...when, ...schedule.when }, timeZone, target: { ...target, ...schedule.target }, keep: { ...keep, ...schedule.keep },
      language, encrypt, runAs, active, notify: notify ?? '',
    },
  };
}

/** The form as the program takes it, without what another choice has made needless. */
export function inputOf({ schedule, password }: Draft, of: Schedule | null): Input<'schedules.save'> {
  const input = { ...schedule.work.input, language: schedule.language };
  return {
    id: of?.id ?? null, rev: of?.rev ?? null, password: schedule.encrypt && password !== '' ? password : null,
    schedule: { ...schedule, work: { procedure: 'exports.table', input }, when: whenOf(schedule.when), target: targetOf(schedule.target), keep: keepOf(schedule) },
  };
}

function whenOf({ kind, at, days, day, expression }: Draft['schedule']['when']): When {
  if (kind === 'cron') return { kind, expression };
  return kind === 'daily' ? { kind, at } : kind === 'weekly' ? { kind, days, at } : { kind, day, at };
}

const targetOf = ({ kind, folder, recipients }: Draft['schedule']['target']): Target => (kind === 'folder' ? { kind, folder } : { kind, recipients });

function keepOf({ target, keep: { kind, count, days } }: Draft['schedule']): Keep {
  if (kind === 'all' || target.kind === 'mail') return { kind: 'all' };
  return kind === 'count' ? { kind, count } : { kind, days };
}
