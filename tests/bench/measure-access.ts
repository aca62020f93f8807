import { findProcedure } from '#contract/index.ts';
import { uuidv7 } from 'uuidv7';
import { rowScope } from '../../src/main/core/access/access.ts';
import { readAccess, startSession } from '../../src/main/core/access/repo-sessions.ts';
import { authorise, authoriseInput } from '../../src/main/core/kernel/authorise.ts';
import { localDate } from '../../src/main/core/kernel/dates.ts';
import { openEnvironment, type Environment } from '../../src/main/core/kernel/environment.ts';
import { execute } from '../../src/main/core/kernel/pipeline.ts';
import { record } from '../../src/main/core/kernel/record.ts';
import { foldText } from '../../src/main/core/search/index.ts';
import { course, grant, org, role, staff, user, visibilityRule } from '../../src/main/core/store/schema/index.ts';
import type { Writer } from '../../src/main/core/store/writer.ts';
import { key, migrations, type Fixture } from './fixture.ts';
import { percentile, type Report } from './report.ts';

const calls = 400;
const control = { accepted: () => undefined, progress: () => undefined, isCancelled: () => false, liveJobs: [] };

/** An account with a session; `give` gives it its grants. */
function open(env: Environment, give: (db: Writer, userId: string) => void): string {
  const username = `access-${uuidv7().slice(-8)}`;
  return record(env, { at: Date.now(), actorId: null, device: 'bench', procedure: 'setup.create' }, (db) => {
    const userId = db.insert(user, { username, usernameKey: foldText(username), displayName: username, passwordHash: '', language: 'el', theme: 'light', idleMinutes: 0 });
    give(db, userId);
    return startSession(db, userId, 'bench', Date.now(), 12).token;
  }).value;
}

/** Shares the courses out among new departments. */
function shareOut(db: Writer, count: number): string[] {
  const ids = Array.from({ length: count }, (_none, at) => db.insert(org, { type: 'department', nameEl: `Τομέας ${at + 1}`, nameEn: `Department ${at + 1}` }));
  db.all<{ id: string }>('SELECT id FROM course ORDER BY id').forEach(({ id }, at) => db.update(course, id, { departmentId: ids[at % count] ?? null }));
  return ids;
}

/** What deciding costs of a call: the session, its grants compiled with the rules, permission and row scope, against the whole call in the same thread. */
export async function measureAccess(report: Report, fixture: Fixture): Promise<void> {
  const place = { dataFolder: fixture.folder, key, systemToken: uuidv7(), resources: 'resources', migrations, version: 'bench', keyHolder: 'passphrase', databaseFile: fixture.database };
  const env = openEnvironment(place, () => undefined, Date.now);
  const departments = record(env, { at: Date.now(), actorId: null, device: 'bench', procedure: 'departments.save' }, (db) => shareOut(db, 6)).value;
  const busiest = env.reader.get<{ id: string }>('SELECT staffId AS id FROM section_staff WHERE deletedAt IS NULL GROUP BY staffId ORDER BY count(*) DESC LIMIT 1')?.id;
  const callers: [string, string][] = [
    ['administrator', open(env, (db, userId) => { db.insert(grant, { userId, role: 'administrator', scope: 'school' }); })],
    ['teacher', open(env, (db, userId) => {
      db.insert(grant, { userId, role: 'teacher', scope: 'sections' });
      if (busiest) db.update(staff, busiest, { userId });
    })],
    ['head of two departments, with an own role and a rule', open(env, (db, userId) => {
      const own = db.insert(role, { nameEl: 'Ρ', nameEn: 'R', permissions: '["students:view","grades:view","sections:view"]', fieldClasses: '["ordinary"]', defaultScope: 'department' });
      for (const orgId of departments.slice(0, 2)) for (const each of ['departmentHead', own]) db.insert(grant, { userId, role: each, scope: 'department', orgId });
      const [, , target] = departments;
      if (target) db.insert(visibilityRule, { role: 'departmentHead', targetOrgId: target, span: 'now', drafts: false });
    })],
  ];
  for (const [who, token] of callers) {
    const request = { name: 'students.list', input: { limit: 100 }, token, door: 'headless', device: 'bench' } as const;
    const procedure = findProcedure(request.name);
    if (!procedure) continue;
    const deciding: number[] = [], whole: number[] = [];
    for (let i = 0; i < calls; i += 1) {
      let started = performance.now();
      const now = Date.now();
      const access = readAccess(env.reader, token, now, localDate(now));
      authorise(procedure, access, now);
      const needed = authoriseInput(procedure, access, request.input);
      if (access && needed) rowScope(access, needed);
      deciding.push(performance.now() - started);
      started = performance.now();
      await execute(env, request, control);
      whole.push(performance.now() - started);
    }
    report.addTimes(`list as ${who}`, whole, 50);
    report.add(`access of a list as ${who}, share of the call`, (percentile(deciding, 0.5) / percentile(whole, 0.5)) * 100, '%', 5);
  }
  env.close();
}
