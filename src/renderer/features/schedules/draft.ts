import type { Input } from '#contract/index.ts';
import type { ExportFormat } from '#contract/exports.ts';
import type { Schedulable, Work } from '#contract/schedulable.ts';
import type { ScheduledTable } from '#contract/scheduled-lists.ts';
import type { Keep, Schedule, Target, When } from '#contract/schedules.ts';
import type { Language } from '#contract/fields.ts';
import { listForms } from './work/list-forms.ts';

type Disclosure = ScheduledTable['disclosure'];
type Bundle = Omit<Extract<Work, { procedure: 'exports.oneRoster' }>['input'], 'language' | 'disclosure'>;
/** What a list is made with, where a list's own screen has said so. */
export interface Wanted { list: ScheduledTable['list']; columns: string[] | null; format: ExportFormat }

/** The form's fields side by side: what is not chosen is remembered while it is hidden. */
export type Draft = {
  schedule: {
    name: string; work: { procedure: Schedulable; input: Omit<ScheduledTable, 'language' | 'disclosure'> };
    when: { kind: When['kind']; at: string; days: number[]; day: number; expression: string };
    timeZone: string; target: { kind: Target['kind']; folder: string; recipients: string[] }; keep: { kind: Keep['kind']; count: number; days: number };
    language: Language; encrypt: boolean; runAs: string; active: boolean; notify: string;
  };
  bundle: Bundle;
  password: string;
};

/** A new schedule, every Monday at seven, or one as it is. */
export function draftOf(schedule: Schedule | null, usual: { userId: string; language: Language; timeZone: string; wanted?: Wanted | undefined }): Draft {
  const when = { kind: 'weekly' as const, at: '07:00', days: [1], day: 1, expression: '0 7 * * 1' };
  const target = { kind: 'folder' as const, folder: '', recipients: [] };
  const keep = { kind: 'count' as const, count: 10, days: 30 };
  const input = usual.wanted ?? { list: listForms.students.start, columns: null, format: 'xlsx' as const };
  const bundle = { yearId: null, guardians: true, demographics: true, results: false };
  if (!schedule) {
    const work = { procedure: 'exports.table' as const, input };
    return { password: '', bundle, schedule: { name: '', work, when, timeZone: usual.timeZone, target, keep, language: usual.language, encrypt: true, runAs: usual.userId, active: true, notify: '' } };
  }
  const { name, work, timeZone, language, encrypt, runAs, active, notify } = schedule;
  return {
    password: '', bundle: work.procedure === 'exports.oneRoster' ? bundleOf(work.input) : bundle,
    schedule: {
      name, work: { procedure: work.procedure, input: work.procedure === 'exports.table' ? tableOf(work.input) : input },
      when: { ...when, ...schedule.when }, timeZone, target: { ...target, ...schedule.target }, keep: { ...keep, ...schedule.keep },
      language, encrypt, runAs, active, notify: notify ?? '',
    },
  };
}

const tableOf = ({ list, columns, format }: ScheduledTable): Wanted => ({ list, columns, format });
const bundleOf = ({ yearId, guardians, demographics, results }: Bundle): Bundle => ({ yearId, guardians, demographics, results });

/** The form as the program takes it, without what another choice has made needless. `disclosure`: to whom it goes outside the school. */
export function inputOf({ schedule, bundle, password }: Draft, of: Schedule | null, disclosure: Disclosure): Input<'schedules.save'> {
  const { procedure, input } = schedule.work;
  const how = { language: schedule.language, disclosure };
  const work = procedure === 'exports.oneRoster' ? { procedure, input: { ...bundle, ...how } } : { procedure, input: { ...input, ...how } };
  return {
    id: of?.id ?? null, rev: of?.rev ?? null, password: schedule.encrypt && password !== '' ? password : null,
    schedule: { ...schedule, work, when: whenOf(schedule.when), target: targetOf(schedule.target), keep: keepOf(schedule) },
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
