import type { ImportProblem } from '#contract/exchange.ts';
import { academicHandlers } from '../../academics/index.ts';
import { perform } from '../../kernel/perform.ts';
import { foldText, sortKeyOf } from '../../search/index.ts';
import { changedCells, newCells, refusedMeaning, type RecordTarget } from '../record-plan.ts';
import { splitFullName } from '../rules/parse-names.ts';
import { problem } from '../rules/values.ts';
import { findByName } from './find-by-name.ts';
import { readDepartments, readStaff } from './repo-targets.ts';

const fields = ['staffCode', 'familyEl', 'givenEl', 'familyLatin', 'givenLatin', 'department', 'since'] as const;
const roles = ['head', 'teacher', 'office', 'other'] as const;

/** Who teaches and works at the school: by the code, else by the name. */
export const staff: RecordTarget = {
  key: 'staff',
  needsYear: false,
  resolve(ctx, rows, { today }) {
    const known = readStaff(ctx.db, today), departments = readDepartments(ctx.db);
    return rows.map((read) => {
      const whole = splitFullName(read.fullName ?? '');
      const values = { ...read, familyEl: read.familyEl ?? whole.family, givenEl: read.givenEl ?? whole.given };
      const { familyEl, givenEl, staffCode } = values;
      const label = `${familyEl} ${givenEl}`.trim();
      if (familyEl === '' || givenEl === '') return refusedMeaning(label || (staffCode ?? ''), [problem('missingName', familyEl === '' ? 'familyEl' : 'givenEl')]);
      const problems: ImportProblem[] = [];
      const sortKey = sortKeyOf(familyEl, givenEl);
      const byCode = staffCode === undefined ? [] : known.filter(({ code }) => code !== null && foldText(code) === foldText(staffCode));
      // A namesake with another code is somebody else.
      const found = byCode.length > 0 ? byCode : known.filter((each) => each.sortKey === sortKey && (staffCode === undefined || each.code === null));
      if (found.length > 1) problems.push(problem('ambiguousStaff', null, { count: found.length }));
      const [person] = found;
      const department = values.department === undefined ? undefined : findByName(departments, values.department);
      if (values.department !== undefined && !department) problems.push(problem('departmentUnknown', 'department', { value: values.department }));
      const own = departments.find(({ id }) => id === person?.departmentId);
      const said = { ...values, ...(department ? { department: department.nameEl } : {}) };
      const departmentId = department?.id ?? person?.departmentId ?? null;
      return {
        label, studentId: null, key: staffCode === undefined ? sortKey : `code ${foldText(staffCode)}`, isNew: !person, problems, notes: [],
        cells: person
          ? changedCells(said, {
            staffCode: person.code ?? '', familyEl: person.familyEl, givenEl: person.givenEl, familyLatin: person.familyLatin ?? '', givenLatin: person.givenLatin ?? '', department: own?.nameEl ?? '',
            ...(departmentId === null ? {} : { since: person.since ?? '' }),
          })
          : newCells(said, fields),
        write: (command) => {
          perform('staff.save', academicHandlers['staff.save'], command, {
            id: person?.id ?? null, rev: person?.rev ?? null,
            staff: {
              familyEl, givenEl, familyLatin: values.familyLatin ?? person?.familyLatin ?? null, givenLatin: values.givenLatin ?? person?.givenLatin ?? null, code: staffCode ?? person?.code ?? null,
              departmentId, role: roles.find((role) => role === person?.role) ?? 'teacher', since: values.since ?? person?.since ?? today, userId: person?.userId ?? null,
            },
          });
        },
      };
    });
  },
};
