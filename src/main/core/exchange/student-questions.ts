import type { ImportQuestion } from '#contract/exchange.ts';
import type { StudentField } from '#contract/import-targets.ts';
import type { LoadedStudents } from './loaded-students.ts';
import { readKnown } from './repo-known.ts';
import type { Known } from './rules/compare-row.ts';
import type { LookAlikes, Named } from './rules/look-alikes.ts';
import type { IdentityIndex } from './rules/match-rows.ts';
import type { Questions } from './target-plan.ts';

/** The rows of a list of students of which it is not certain whom they mean. */
export function studentQuestions({ plan, reader, index, alikes, year }: LoadedStudents): Questions {
  const all = [...plan.doubts.keys()].toSorted((a, b) => a - b);
  return {
    all, open: all.filter((row) => plan.decisionOf(row) === null),
    ask(ctx, rows) {
      const known = readKnown(ctx.db, idsOf(rows.flatMap((row) => plan.doubts.get(row)?.slots ?? []), index), year?.id ?? null);
      return rows.flatMap((row) => {
        const values = reader.read(row)?.values, doubt = plan.doubts.get(row);
        if (!values || !doubt) return [];
        return [{ line: row + 1, problem: doubt.problem, inFile: identityOf(values), candidates: candidatesOf(values, doubt.slots, { index, alikes, known }), decision: plan.decisionOf(row) }];
      });
    },
  };
}

/** The students of some slots, each once. */
export const idsOf = (slots: readonly number[], { identities }: IdentityIndex): string[] => [...new Set(slots.flatMap((slot) => identities[slot]?.studentId ?? []))];

/** Who may be meant, as they stand beside the row. */
export function candidatesOf(row: Named, slots: readonly number[], { index, alikes, known }: { index: IdentityIndex; alikes: LookAlikes; known: Map<string, Known> }): ImportQuestion['candidates'] {
  return slots.flatMap((slot) => {
    const student = known.get(index.identities[slot]?.studentId ?? '');
    return student ? [{ studentId: student.studentId, isArchived: student.archivedAt !== null, reasons: alikes.reasonsOf(row, slot), ...identityOf(student.values) }] : [];
  });
}

/** What tells students apart; null for what is not said. */
export function identityOf(values: Partial<Record<StudentField, string | null>>): ImportQuestion['inFile'] {
  const said = (field: StudentField) => values[field] || null;
  return {
    studentNo: said('studentNo'), familyEl: values.familyEl ?? '', givenEl: values.givenEl ?? '', fatherEl: said('fatherEl'), motherEl: said('motherEl'),
    birthDate: said('birthDate'), nationalId: said('nationalId'), level: said('level'), division: said('division'),
  };
}
