import type { ImportProblem } from '#contract/exchange.ts';
import { academicHandlers } from '../../academics/index.ts';
import { perform } from '../../kernel/perform.ts';
import { foldText } from '../../search/index.ts';
import { changedCells, newCells, type RecordTarget } from '../record-plan.ts';
import { problem } from '../rules/values.ts';
import { findByName } from './find-by-name.ts';
import { readCourses, readDepartments } from './repo-targets.ts';

const fields = ['courseCode', 'courseEl', 'courseEn', 'department', 'level', 'credits', 'ects', 'weeklyHours'] as const;
const numberOf = (text: string | undefined, known: number | null): number | null => (text === undefined ? known : Number(text));
const textOf = (value: number | null) => (value === null ? '' : String(value));

/** What is taught: courses by their code. */
export const courses: RecordTarget = {
  key: 'courses',
  needsYear: false,
  resolve(ctx, rows) {
    const known = readCourses(ctx.db), departments = readDepartments(ctx.db);
    const byCode = new Map(known.map((course) => [foldText(course.code), course]));
    return rows.map((values) => {
      const code = values.courseCode ?? '';
      const course = byCode.get(foldText(code));
      const problems: ImportProblem[] = [];
      const department = values.department === undefined ? undefined : findByName(departments, values.department);
      if (values.department !== undefined && !department) problems.push(problem('departmentUnknown', 'department', { value: values.department }));
      const own = departments.find(({ id }) => id === course?.departmentId);
      const said = { ...values, ...(department ? { department: department.nameEl } : {}) };
      const draft = {
        code: course?.code ?? code, nameEl: values.courseEl ?? course?.nameEl ?? '', nameEn: values.courseEn ?? course?.nameEn ?? values.courseEl ?? '',
        departmentId: department?.id ?? course?.departmentId ?? null, level: values.level ?? course?.level ?? null, scaleId: course?.scaleId ?? null,
        credits: numberOf(values.credits, course?.credits ?? null), ects: numberOf(values.ects, course?.ects ?? null), weeklyHours: numberOf(values.weeklyHours, course?.weeklyHours ?? null),
      };
      return {
        label: `${draft.code} ${draft.nameEl}`, studentId: null, key: foldText(code), isNew: !course, problems,
        notes: course && course.archivedAt !== null ? [problem('archived')] : [],
        cells: course
          ? changedCells(said, {
            courseEl: course.nameEl, courseEn: course.nameEn, department: own?.nameEl ?? '', level: course.level ?? '', credits: textOf(course.credits), ects: textOf(course.ects), weeklyHours: textOf(course.weeklyHours),
          })
          : newCells(said, fields),
        write: (command) => { perform('courses.save', academicHandlers['courses.save'], command, { id: course?.id ?? null, rev: course?.rev ?? null, course: draft }); },
      };
    });
  },
};
