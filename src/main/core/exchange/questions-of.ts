import type { ImportQuestion } from '#contract/exchange.ts';
import type { StudentField } from '#contract/import-targets.ts';
import type { LoadedStudents } from './loaded-students.ts';
import { readKnown } from './repo-known.ts';
import type { Questions } from './target-plan.ts';

type Identity = ImportQuestion['inFile'];

/** The rows of a list of students of which it is not certain whom they mean. */
export function questionsOf({ plan, reader, index, alikes, year }: LoadedStudents): Questions {
  const all = [...plan.doubts.keys()].toSorted((a, b) => a - b);
  return {
    all, open: all.filter((row) => plan.decisionOf(row) === null),
    ask(ctx, rows) {
      const ids = rows.flatMap((row) => (plan.doubts.get(row)?.slots ?? []).flatMap((slot) => index.identities[slot]?.studentId ?? []));
      const known = readKnown(ctx.db, [...new Set(ids)], year?.id ?? null);
      return rows.flatMap((row) => {
        const values = reader.read(row)?.values, doubt = plan.doubts.get(row);
        if (!values || !doubt) return [];
        const candidates = doubt.slots.flatMap((slot) => {
          const student = known.get(index.identities[slot]?.studentId ?? '');
          return student ? [{ studentId: student.studentId, isArchived: student.archivedAt !== null, reasons: alikes.reasonsOf(values, slot), ...identityOf(student.values) }] : [];
        });
        return [{ line: row + 1, problem: doubt.problem, inFile: identityOf(values), candidates, decision: plan.decisionOf(row) }];
      });
    },
  };
}

/** What tells students apart; null for what is not said. */
function identityOf(values: Partial<Record<StudentField, string | null>>): Identity {
  const said = (field: StudentField) => values[field] || null;
  return {
    studentNo: said('studentNo'), familyEl: values.familyEl ?? '', givenEl: values.givenEl ?? '', fatherEl: said('fatherEl'), motherEl: said('motherEl'),
    birthDate: said('birthDate'), nationalId: said('nationalId'), level: said('level'), division: said('division'),
  };
}
