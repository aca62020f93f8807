import { joinWords, matches, nameOf, openPages, openRows, studentCells, type Open } from './table.ts';

/** Opens lists of what the school teaches, and where. */
export const schoolOpeners = {
  courses: (async (ask, { archived, text, level: narrowed }) => {
    const { courses, departments, scales } = await ask('courses.list', { archived });
    const named = (all: typeof departments) => new Map(all.map(({ id, nameEl, nameEn }) => [id, { el: nameEl, en: nameEn }]));
    const departmentOf = named(departments), scaleOf = named(scales);
    const shown = courses.filter((course) => (narrowed === null || course.level === narrowed) && matches(text, course.code, course.nameEl, course.nameEn));
    return openRows(shown, ({ code, nameEl, nameEn, level, departmentId, weeklyHours, credits, ects, scaleId, sections }) => ({
      cells: {
        code, nameEl, nameEn, level, department: departmentOf.get(departmentId ?? '') ?? null, weeklyHours, credits, ects, scale: scaleOf.get(scaleId ?? '') ?? null, sections,
      },
      students: [],
    }));
  }) satisfies Open<'courses'>,
  sections: ((ask, { filter }) => openPages((paging) => ask('sections.list', { filter, ...paging }), (row) => ({
    cells: {
      code: row.code, courseCode: row.courseCode, course: { el: row.courseEl, en: row.courseEn }, level: row.level, division: row.division, room: row.room,
      teachers: joinWords(row.teachers.map(nameOf)), students: row.students, capacity: row.capacity, lessons: row.lessons, weeklyHours: row.weeklyHours,
    },
    students: [],
  }))) satisfies Open<'sections'>,
  homerooms: (async (ask, { yearId }) => openRows((await ask('homerooms.list', { yearId })).homerooms, ({ level, division, room, students, capacity, teacher }) => ({
    cells: { level, division, room, students, capacity, teacher: teacher && nameOf(teacher) }, students: [],
  }))) satisfies Open<'homerooms'>,
  roster: (async (ask, { id, on }) => {
    const { section } = await ask('sections.get', { id });
    const course = { el: section.courseEl, en: section.courseEn };
    const { students } = await ask('sections.roster', { id, on });
    return openRows(students, (row) => ({
      cells: { ...studentCells(row), section: section.code, course, division: row.division, startDate: row.startDate, endDate: row.endDate, reason: row.reason }, students: [row.studentId],
    }), { about: { el: `${section.code} ${course.el}`, en: `${section.code} ${course.en}` } });
  }) satisfies Open<'roster'>,
};
