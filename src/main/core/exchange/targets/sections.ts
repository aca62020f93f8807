import type { ImportProblem } from '#contract/exchange.ts';
import { academicHandlers } from '../../academics/index.ts';
import { perform } from '../../kernel/perform.ts';
import { foldText } from '../../search/index.ts';
import { changedCells, newCells, type RecordTarget } from '../record-plan.ts';
import { problem } from '../rules/values.ts';
import { findByName } from './find-by-name.ts';
import { findStaff } from './find-staff.ts';
import { readCourses, readSections, readStaff, readTeachersOf, readTermsOf, readYearDates } from './repo-targets.ts';

const fields = ['sectionCode', 'course', 'level', 'division', 'room', 'capacity', 'teacher'] as const;

/** Today, or the nearest day of the year. */
const dayWithin = (today: string, { startDate, endDate }: { startDate: string; endDate: string }) => (today < startDate ? startDate : today > endDate ? endDate : today);

/** The classes of the open year, by their code. */
export const sections: RecordTarget = {
  key: 'sections',
  needsYear: true,
  resolve(ctx, rows, { yearId, today }) {
    const year = yearId ?? '';
    const yearDates = readYearDates(ctx.db, year);
    const known = readSections(ctx.db, year), courses = readCourses(ctx.db).filter(({ archivedAt }) => archivedAt === null), everybody = readStaff(ctx.db, today);
    const byCode = new Map(known.map((section) => [foldText(section.code), section]));
    const found = rows.map((values) => byCode.get(foldText(values.sectionCode ?? '')));
    const teachers = readTeachersOf(ctx.db, found.flatMap((section) => (section ? [section.id] : [])), today);
    return rows.map((values, i) => {
      const section = found[i];
      const problems: ImportProblem[] = [];
      const course = values.course === undefined ? undefined : findByName(courses, values.course);
      if (values.course !== undefined && !course) problems.push(problem('courseUnknown', 'course', { value: values.course }));
      const teacher = values.teacher === undefined ? undefined : findStaff(everybody, values.teacher);
      if (values.teacher !== undefined && !teacher) problems.push(problem('teacherUnknown', 'teacher', { value: values.teacher }));
      const teaching = teachers.filter(({ sectionId }) => sectionId === section?.id);
      const isNewTeacher = teacher !== undefined && !teaching.some(({ staffId }) => staffId === teacher.id);
      const nameOf = (staffId: string | undefined) => { const each = everybody.find(({ id }) => id === staffId); return each ? `${each.familyEl} ${each.givenEl}` : ''; };
      const said = { ...values, ...(course ? { course: course.nameEl } : {}), ...(teacher ? { teacher: nameOf(teacher.id) } : {}) };
      const primary = teaching.find(({ role }) => role === 'primary') ?? teaching[0];
      const draft = {
        courseId: course?.id ?? section?.courseId ?? '', yearId: year, code: section?.code ?? values.sectionCode ?? '', level: values.level ?? section?.level ?? null,
        division: values.division ?? section?.division ?? null, room: values.room ?? section?.room ?? null, capacity: values.capacity === undefined ? section?.capacity ?? null : Number(values.capacity),
      };
      return {
        label: `${draft.code} ${course?.nameEl ?? section?.courseEl ?? ''}`.trim(), studentId: null, key: foldText(draft.code), isNew: !section, problems, notes: [],
        cells: section
          ? changedCells(said, {
            course: section.courseEl, level: section.level ?? '', division: section.division ?? '', room: section.room ?? '', capacity: section.capacity === null ? '' : String(section.capacity),
            ...(isNewTeacher ? { teacher: nameOf(primary?.staffId) } : {}),
          })
          : newCells(said, fields),
        write: (command) => {
          const termIds = section ? readTermsOf(command.db, section.id) : [];
          const { id } = perform('sections.save', academicHandlers['sections.save'], command, { id: section?.id ?? null, rev: section?.rev ?? null, section: { ...draft, termIds } });
          if (teacher && isNewTeacher) {
            perform('sections.saveStaff', academicHandlers['sections.saveStaff'], command, {
              sectionId: id, staffId: teacher.id, role: primary === undefined ? 'primary' : 'teacher', startDate: dayWithin(today, yearDates), endDate: null,
            });
          }
        },
      };
    });
  },
};
