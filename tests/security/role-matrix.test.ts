import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { everyDoor, type Door, type Guard, type Procedure, type Scope } from '#contract/define.ts';
import { contract, findProcedure, procedureNames, type ProcedureName } from '#contract/index.ts';
import { permissions } from '#contract/permissions.ts';
import { roleNames } from '#contract/roles-built-in.ts';
import { callerOf, type Caller } from '../fixtures/core.ts';
import { expectOutcome, type Outcome, type Situation } from './expectation.ts';
import { samples, type Aim } from './samples.ts';
import { openPlantedSchool, type Member, type PlantedSchool } from './school.ts';

let school: PlantedSchool;
let office: Caller;
let members: Member[];
beforeAll(async () => {
  school = await openPlantedSchool((field) => `Εκτός ${field}`);
  office = school.member('administrator').open({ confirmed: true });
  await office.job('backups.run', {});
  const narrow = roleNames.filter((role) => role !== 'teacher').map((role) => school.member(role, 'sections'));
  members = [...roleNames.map((role) => school.member(role)), ...narrow];
});
afterAll(() => school.close());

interface Cell { procedure: ProcedureName; caller: string; expected: Outcome; got: string }

async function run(name: ProcedureName, situation: Situation, aim: Aim): Promise<Cell> {
  const { caller, isInside, locked, confirmed } = situation;
  const session = caller ? aim.member.open({ locked, confirmed }) : school.nobody;
  const input: object = await samples[name](aim);
  const answer = await session.answer(name, input as never);
  const failed = answer.ok ? await settle(answer.value) : null;
  const procedure = findProcedure(name);
  if (!procedure) throw new Error(`${name} is in no contract`);
  const words = [caller ? aim.member.title : 'nobody', locked && 'locked', confirmed && 'confirmed', !isInside && 'out of scope'].filter(Boolean).join(', ');
  const leaks = answer.ok && caller && caller.scope !== 'school' && school.outside.ids.some((id) => JSON.stringify(answer.value).includes(id));
  const got = answer.ok ? (leaks ? 'ok, with ids out of scope' : failed ?? 'ok') : answer.error.code;
  const isNew = 'id' in input && input.id === null;
  return { procedure: name, caller: words, expected: expectOutcome(name, procedure, { ...situation, isNew }), got };
}

const started = z.object({ jobId: z.string() });
/** A job runs on after its answer: the next call must not meet it, and what it came to is what the call came to. Returns the code of its failure. */
async function settle(value: unknown): Promise<string | null> {
  const accepted = started.safeParse(value);
  if (!accepted.success) return null;
  // A pause, not a spin: the core runs in this thread, and the job needs it too.
  for (;; await sleep(5)) {
    const { state, error } = await office.call('jobs.get', { id: accepted.data.jobId });
    if (state !== 'running') return error?.code ?? null;
  }
}

/** One line for each call that came to something else than it must. */
function table(cells: readonly Cell[]): string {
  return cells.filter(({ expected, got }) => expected !== got)
    .map(({ procedure, caller, expected, got }) => `${procedure.padEnd(28)} ${caller.padEnd(44)} expected ${expected}, got ${got}`).join('\n');
}

describe('every procedure declares', () => {
  it('permission, scope, doors, input and output', () => {
    expectTypeOf<(typeof contract)[ProcedureName]>().toExtend<{ permission: Guard; scope: Scope; doors: readonly Door[]; input: z.ZodType; output: z.ZodType }>();
    const guards = ['public', 'signedIn', ...permissions];
    for (const name of procedureNames) {
      const { kind, permission, scope, doors, input, output }: Procedure = contract[name];
      expect([name, guards.includes(permission), ['none', 'own', 'rows', 'school'].includes(scope)]).toEqual([name, true, true]);
      expect([name, kind === 'query' || kind === 'command', doors.length > 0, doors.every((door) => everyDoor.includes(door))]).toEqual([name, true, true, true]);
      expect([name, input instanceof z.ZodType, output instanceof z.ZodType]).toEqual([name, true, true]);
      expect([name, permission === 'public' ? scope : 'guarded']).toEqual([name, permission === 'public' ? 'none' : 'guarded']);
    }
  });
});

describe('every procedure as', () => {
  const noOne = { caller: null, locked: false, confirmed: false, isInside: true };

  it('nobody', async () => {
    const aim: Aim = { school, office, member: members[0] ?? school.member('viewer'), stranger: school.member('viewer'), isInside: true };
    const cells: Cell[] = [];
    for (const name of procedureNames) cells.push(await run(name, noOne, aim));
    expect(table(cells)).toBe('');
  }, 120_000);

  it.each(roleNames)('%s, over the school and over sections, on records in scope and out, locked, confirmed or not', async (role) => {
    const cells: Cell[] = [];
    for (const member of members.filter((each) => each.role === role)) {
      const caller = { role, scope: member.scope };
      const stranger = school.member('viewer');
      for (const name of procedureNames) {
        // An administrator may leave the school for the demonstration: that has its own test, below.
        if (name === 'setup.demonstration' && role === 'administrator') continue;
        for (const isInside of [true, false]) {
          cells.push(await run(name, { caller, locked: false, confirmed: true, isInside }, { school, office, member, stranger, isInside }));
        }
        cells.push(await run(name, { caller, locked: true, confirmed: true, isInside: true }, { school, office, member, stranger, isInside: true }));
        const procedure: Procedure = contract[name];
        if (procedure.kind === 'command' && procedure.sensitive) {
          cells.push(await run(name, { caller, locked: false, confirmed: false, isInside: true }, { school, office, member, stranger, isInside: true }));
        }
      }
    }
    expect(table(cells)).toBe('');
  }, 180_000);
});

describe('every procedure as an administrator within', () => {
  it.each(['department', 'homeroom', 'self'] as const)('%s reaches nothing out of it', async (scope) => {
    const cells: Cell[] = [];
    const member = school.member('administrator', scope), stranger = school.member('viewer');
    const caller = { role: 'administrator' as const, scope };
    for (const name of procedureNames) {
      if (name === 'setup.demonstration') continue;
      const cell = await run(name, { caller, locked: false, confirmed: true, isInside: false }, { school, office, member, stranger, isInside: false });
      cells.push(cell);
      // Within it, what hangs on a student is reached by all of them; what hangs on a section is not by those who have none.
      const inside = await run(name, { caller, locked: false, confirmed: true, isInside: true }, { school, office, member, stranger, isInside: true });
      cells.push(inside.got === 'notFound' && scope !== 'department' ? { ...inside, expected: 'notFound' } : inside);
    }
    expect(table(cells)).toBe('');
  }, 180_000);
});

describe('the demonstration', () => {
  it('is reached from an open school by its administrator only, not while locked, and not by looking as one', async () => {
    const other = await openPlantedSchool((field) => field);
    const administrator = other.member('administrator');
    expect(await administrator.open({ locked: true }).answer('setup.demonstration', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    const looking = other.member('principal').open();
    await looking.call('preview.start', { as: { kind: 'role', role: 'administrator', scope: 'school' } });
    expect((await looking.call('auth.me', {})).roles).toMatchObject([{ key: 'administrator' }]);
    expect(await looking.answer('setup.demonstration', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await administrator.open().answer('setup.demonstration', {})).toMatchObject({ ok: true, value: { state: 'open' } });
    await other.close();
  }, 120_000);
});

describe('doors', () => {
  it('are kept: what is for the computer with the data is unknown elsewhere, whoever asks', async () => {
    const administrator = school.member('administrator').open({ confirmed: true });
    const wrong: string[] = [];
    for (const name of procedureNames) {
      const procedure: Procedure = contract[name];
      for (const door of everyDoor) {
        if (procedure.doors.includes(door)) continue;
        const answer = await school.core.call({ name, input: {}, token: administrator.token, door, device: 'test' });
        if (answer.ok || answer.error.code !== 'unknownProcedure') wrong.push(`${name} through ${door}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await callerOf(school.core, administrator.token, 'hub').answer('keys.renewRecovery', {})).toMatchObject({ ok: false, error: { code: 'unknownProcedure' } });
  });
});
