import { columnsOf } from '../../src/main/core/schedules/repo.ts';
import { schedule } from '../../src/main/core/store/schema/index.ts';
import { newFolder } from '../fixtures/core.ts';
import { fresh, type Aim } from './sample-records.ts';
import type { Samples } from './samples.ts';

const folder = newFolder();
const draft = (runAs: string) => ({
  name: fresh(),
  work: {
    procedure: 'exports.table' as const,
    input: { list: { table: 'students' as const, filter: { status: 'all' as const } }, format: 'csv' as const, columns: ['studentNo', 'familyEl', 'email'], language: 'el' as const },
  },
  when: { kind: 'daily' as const, at: '07:00' }, timeZone: 'Europe/Athens', target: { kind: 'folder' as const, folder }, keep: { kind: 'count' as const, count: 3 },
  language: 'el' as const, encrypt: false, runAs, active: true, notify: null,
});
/** A schedule that runs as whoever calls: what it makes must hold no more than they may see. */
const newSchedule = ({ school, member }: Aim) => school.plant((db) => db.insert(schedule, columnsOf({ ...draft(member.userId), work: { procedure: 'exports.table', input: {
  format: 'csv', columns: ['studentNo', 'familyEl', 'email'], language: 'el', disclosure: null,
  list: { table: 'students', order: { by: 'name', descending: false }, filter: { text: '', status: 'all', level: null, division: null, markBand: null, absentInWeek: null, asOf: null } },
} } })));

/** Calls about exports that run by themselves, and the e-mail by which they may go out. */
export const scheduleSamples = {
  'schedules.list': () => ({}),
  'schedules.get': (aim) => ({ id: newSchedule(aim) }),
  'schedules.save': (aim) => ({ id: newSchedule(aim), rev: 1, schedule: draft(aim.member.userId) }),
  'schedules.remove': (aim) => ({ id: newSchedule(aim), rev: 1 }),
  'schedules.runNow': (aim) => ({ id: newSchedule(aim) }),
  'schedules.runs': (aim) => ({ id: newSchedule(aim) }),
  'mailServer.get': () => ({}),
  'mailServer.save': async ({ office }) => ({ rev: (await office.call('mailServer.get', {})).rev, server: { host: '127.0.0.1', port: 9, security: 'none', user: null, from: 'school@example.org', certificate: null } }),
  'mailServer.test': () => ({ to: 'somebody@example.org', language: 'el' }),
} satisfies Partial<Samples>;
