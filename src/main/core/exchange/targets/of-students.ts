import type { ImportProblem } from '#contract/exchange.ts';
import { refusedMeaning, type Context, type Meaning, type Surroundings } from '../record-plan.ts';
import { findStudent } from '../rules/find-student.ts';
import type { Identity } from '../rules/match-rows.ts';
import type { RecordValues } from '../rules/record-values.ts';
import { readNames } from './repo-targets.ts';

export interface OfStudent { values: RecordValues; studentId: string; label: string }

/**
 * The meanings of rows that are about a student: those whose student is found are looked up together, the others are refused with the reason.
 * `resolve` answers for the found ones, in their order.
 */
export function ofStudents(ctx: Context, rows: readonly RecordValues[], { students }: Surroundings, resolve: (found: readonly OfStudent[]) => Meaning[]): Meaning[] {
  const matches = rows.map((values) => findStudent(values, students));
  const isIdentity = (match: Identity | ImportProblem): match is Identity => 'studentId' in match;
  const names = readNames(ctx.db, matches.filter(isIdentity).map(({ studentId }) => studentId));
  const found = rows.flatMap((values, i): OfStudent[] => {
    const match = matches[i];
    return match && isIdentity(match) ? [{ values, studentId: match.studentId, label: names.get(match.studentId) ?? '' }] : [];
  });
  const meanings = resolve(found).values();
  return rows.map((values, i) => {
    const match = matches[i];
    if (match && !isIdentity(match)) return { ...refusedMeaning([values.studentNo, values.fullName, values.familyEl, values.givenEl].filter(Boolean).join(' '), [match]), isInDoubt: true };
    return meanings.next().value ?? refusedMeaning('', []);
  });
}
