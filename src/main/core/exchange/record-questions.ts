import type { ImportOptions } from '#contract/import-options.ts';
import { readKnown } from './repo-known.ts';
import { findCandidates, findStudent, namedBy } from './rules/find-student.ts';
import { LookAlikes } from './rules/look-alikes.ts';
import type { IdentityIndex } from './rules/match-rows.ts';
import type { RecordReader } from './rules/read-records.ts';
import { problem } from './rules/values.ts';
import { candidatesOf, identityOf, idsOf } from './student-questions.ts';
import type { Questions } from './target-plan.ts';

/** A file of which more lines are in doubt was matched wrongly, and is not mended one by one. */
const mostAsked = 500;

interface Records { reader: RecordReader; students: IdentityIndex; yearId: string | null; lineOf: (row: number) => number; decisions: ImportOptions['decisions'] }

/** Rows about a student who is not certain: the name is mistyped, two are called so, or the number is another's. A line of several marks is asked about once. */
export function recordQuestions({ reader, students, yearId, lineOf, decisions }: Records, doubts: readonly number[]): Questions {
  const alikes = new LookAlikes(students.identities, 'byName');
  const rowOfLine = new Map<number, number>();
  for (const row of doubts) if (!rowOfLine.has(lineOf(row))) rowOfLine.set(lineOf(row), row);
  const slotsOf = new Map([...rowOfLine.values()].slice(0, mostAsked).flatMap((row) => {
    const values = reader.read(row)?.values, slots = values ? findCandidates(values, students, alikes) : [];
    return slots.length > 0 ? [[row, slots] as const] : [];
  }));
  const decisionOf = (row: number) => {
    const decision = decisions[lineOf(row)];
    return decision === undefined || (decision !== 'new' && students.slotOf(decision) < 0) ? null : decision;
  };
  const all = [...slotsOf.keys()];
  return {
    all, open: all.filter((row) => decisionOf(row) === null),
    ask(ctx, rows) {
      const known = readKnown(ctx.db, idsOf(rows.flatMap((row) => slotsOf.get(row) ?? []), students), yearId);
      return rows.flatMap((row) => {
        const values = reader.read(row)?.values;
        if (!values) return [];
        const said = namedBy(values), match = findStudent(values, students);
        return [{
          line: lineOf(row), problem: 'studentId' in match ? problem('ambiguous', null, { count: slotsOf.get(row)?.length ?? 0 }) : match,
          inFile: identityOf({ ...said, studentNo: values.studentNo ?? null }), candidates: candidatesOf(said, slotsOf.get(row) ?? [], { index: students, alikes, known }), decision: decisionOf(row),
        }];
      });
    },
  };
}
