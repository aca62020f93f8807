import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchWays, type Decision, type MatchWay } from '#contract/import-options.ts';
import { LookAlikes } from './look-alikes.ts';
import { IdentityIndex, type Identity } from './match-rows.ts';
import { planRows } from './plan-rows.ts';
import { RowReader } from './read-rows.ts';
import type { RowPlan } from './row-plan.ts';
import { foldText } from '../../search/rules-fold.ts';

// Few of each, so that they collide.
const families = ['Ιωάννου', 'Ιωάνου', 'Ioannou', 'Γεωργίου', 'Παππάς'], givens = ['Μαρία', 'Μάρω', 'Άννα', 'Γιώργος'], dates = ['2010-11-12', '2010-12-11', '2011-05-03', ''];
const person = fc.record({
  family: fc.constantFrom(...families), given: fc.constantFrom(...givens), birthDate: fc.constantFrom(...dates),
  number: fc.constantFrom('', '1', '2', '3', '8', '9'), nationalId: fc.constantFrom('', '', 'ΑΒ1', 'ΑΒ2'),
});
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;
const columns = ['studentNo', 'familyEl', 'givenEl', 'birthDate', 'nationalId'] as const;

const schoolOf = (people: readonly Person[]): Identity[] => people.map(({ family, given, birthDate, nationalId }, i) => ({
  studentId: `id${i + 1}`, studentNo: String(i + 1), sortKey: foldText(`${family} ${given}`), familyEl: family, givenEl: given, familyLatin: null, givenLatin: null,
  birthDate: birthDate || null, fatherEl: null, motherEl: null, nationalId: nationalId || null,
}));

function plan(school: readonly Identity[], file: readonly Person[], options: { match: MatchWay[]; decisions: Record<string, Decision> }): Promise<RowPlan> {
  const rows = [[...columns], ...file.map(({ number, family, given, birthDate, nationalId }) => [number, family, given, birthDate, nationalId])];
  const reader = new RowReader({ rows: rows.length, columns: columns.length, cell: (row, column) => rows[row]?.[column] ?? '' }, [...columns], { headerRow: 0, today: '2026-09-01' });
  const known = (slot: number) => {
    const of = school[slot];
    return of && { studentId: of.studentId, personId: of.studentId, archivedAt: null, values: { ...of }, enrolmentId: null, guardians: [] };
  };
  return planRows({
    reader, index: new IdentityIndex(school), alikes: new LookAlikes(school, 'alike'), options, year: null, pace: async () => undefined,
    loadKnown: (slots) => new Map(slots.flatMap((slot) => { const each = known(slot); return each ? [[slot, each] as const] : []; })),
  });
}

const cases = fc.record({
  school: fc.array(person, { maxLength: 4 }).map(schoolOf), file: fc.array(person, { maxLength: 6 }), match: fc.subarray([...matchWays]),
  decisions: fc.dictionary(fc.constantFrom('2', '3', '4', '5'), fc.constantFrom<Decision>('new', 'id1', 'id2', 'id9')),
});

describe('planning rows of students', () => {
  it('gives every row one fate, and never means one student, or gives one number, twice', async () => {
    await fc.assert(fc.asyncProperty(cases, async ({ school, file, ...options }) => {
      const result = await plan(school, file, options);
      const { create, change, same, refused } = result.counts;
      expect(create + change + same + refused).toBe(file.length);
      const meant = result.rowsOf(null).filter((row) => result.fateOf(row) === 'change' || result.fateOf(row) === 'same').map((row) => result.slotOf(row));
      expect(new Set(meant).size).toBe(meant.length);
      expect(meant).not.toContain(-1);
      const numbers = result.rowsOf('create').map((row) => result.numberFor(row) ?? file[row - 1]?.number);
      expect(new Set([...numbers, ...school.map(({ studentNo }) => studentNo)]).size).toBe(numbers.length + school.length);
    }), { numRuns: 500 });
  });

  it('refuses who is in doubt until that is decided, and says why each row is refused', async () => {
    await fc.assert(fc.asyncProperty(cases, async ({ school, file, ...options }) => {
      const result = await plan(school, file, options);
      for (const row of result.doubts.keys()) if (result.decisionOf(row) === null) expect(result.fateOf(row)).toBe('refused');
      for (const row of result.rowsOf('refused')) expect(result.problemsOf(row).length).toBeGreaterThan(0);
    }), { numRuns: 300 });
  });

  it('takes every answer that stands to choose from: somebody new, or one who may be meant', async () => {
    await fc.assert(fc.asyncProperty(cases, fc.nat(), async ({ school, file, match }, seed) => {
      const asked = await plan(school, file, { match, decisions: {} });
      const [row, doubt] = [...asked.doubts][seed % Math.max(1, asked.doubts.size)] ?? [];
      if (row === undefined || !doubt) return;
      for (const decision of ['new', ...doubt.slots.map((slot) => school[slot]?.studentId ?? '')] as const) {
        const result = await plan(school, file, { match, decisions: { [row + 1]: decision } });
        const isRepeated = result.problemsOf(row).some(({ messageKey }) => messageKey === 'import.duplicateLine');
        if (!isRepeated) expect(decision === 'new' ? result.fateOf(row) : school[result.slotOf(row)]?.studentId).toBe(decision === 'new' ? 'create' : decision);
      }
    }), { numRuns: 300 });
  });
});
