import { z } from 'zod';
import { RollbookError } from '#contract/errors.ts';
import { sectionRoles } from '#contract/sections.ts';
import { countDependents, removeWithDependents } from '../journal/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { findOpenYear } from '../settings/index.ts';
import { section, sectionStaff, sectionTerm } from '../store/schema/index.ts';
import { needSection } from './need-section.ts';
import { dayWithin, need, noteReason, wrong } from './refuse.ts';
import { readCourses } from './repo-courses.ts';
import { findHomeroom } from './repo-homerooms.ts';
import { readFacetRows, readMeetings, readRoster, readSection, readSectionKeys, readSectionPage, readSectionStaff, readSectionTerms } from './repo-sections.ts';
import { readStaffNames } from './repo-staff.ts';
import { hasGrades, readTerms, readYear, readYearRecords, type YearRecord } from './repo-years.ts';
import { levelOf, sectionCode } from './rules-sections.ts';

const roleForm = z.enum(sectionRoles).catch('teacher');

/** The year asked for, else the open one, else the latest. */
function yearOf(ctx: QueryContext, yearId: string | null): YearRecord | undefined {
  const id = yearId ?? findOpenYear(ctx.db)?.id ?? readYearRecords(ctx.db)[0]?.id;
  return id === undefined ? undefined : need(readYear(ctx.db, id));
}

/** Gives a section exactly these terms. */
function setTerms(ctx: CommandContext, sectionId: string, termIds: readonly string[]): void {
  const known = readSectionTerms(ctx.db, sectionId);
  for (const { id, termId } of known) if (!termIds.includes(termId)) ctx.db.remove(sectionTerm, id);
  for (const termId of new Set(termIds)) if (!known.some((one) => one.termId === termId)) ctx.db.insert(sectionTerm, { sectionId, termId });
}

/** Live courses of a level, with the code that a section of a division would get and whether there is one. */
function planDivision(ctx: QueryContext, { yearId, level, division }: { yearId: string; level: string; division: string }) {
  const keys = readSectionKeys(ctx.db, yearId);
  const taken = new Set(keys.map(({ code }) => code));
  return readCourses(ctx.db, false).filter((course) => levelOf(course) === level).map((course) => {
    const code = sectionCode({ ...course, level: levelOf(course) }, division, taken);
    taken.add(code);
    return { course, code, exists: keys.some((one) => one.courseId === course.id && one.level === level && one.division === division) };
  });
}

/** Sections: list, page, roster, editing, and the making of a division's sections. */
export const sectionHandlers: Handlers<Named<'sections'>> = {
  'sections.list'(ctx, { filter, offset, limit }) {
    const scope = ctx.rows();
    const year = yearOf(ctx, filter.yearId);
    return year ? readSectionPage(ctx.db, year.id, dayWithin(ctx.now, year), filter, scope, { offset, limit }) : { total: 0, rows: [] };
  },
  'sections.facets'(ctx, { yearId }) {
    const year = yearOf(ctx, yearId);
    if (!year) return { yearId: null, divisions: [], levels: [], courses: [], teachers: [], rooms: [] };
    const { sections, teachers, rooms } = readFacetRows(ctx.db, year.id, ctx.rows());
    const divisions = new Map<string, { level: string; division: string; room: string | null }>();
    for (const { level, division, room } of sections) {
      if (level !== null && division !== null && !divisions.get(`${level} ${division}`)?.room) divisions.set(`${level} ${division}`, { level, division, room });
    }
    const sorted = [...divisions.values()].toSorted((a, b) => a.level.localeCompare(b.level, 'el') || a.division.localeCompare(b.division, 'el', { numeric: true }));
    const courses = new Map(sections.map(({ courseId, courseCode, courseEl, courseEn }) => [courseId, { courseId, courseCode, courseEl, courseEn }]));
    return {
      yearId: year.id, divisions: sorted, levels: [...new Set(sorted.map(({ level }) => level))],
      courses: [...courses.values()].toSorted((a, b) => a.courseCode.localeCompare(b.courseCode, 'el')), teachers, rooms,
    };
  },
  'sections.get'(ctx, { id }) {
    needSection(ctx, id);
    const first = need(readSection(ctx.db, id, '9999'));
    const year = need(readYear(ctx.db, first.yearId));
    return {
      section: need(readSection(ctx.db, id, dayWithin(ctx.now, year))),
      yearLabel: year.label, yearStatus: year.status, yearStart: year.startDate, yearEnd: year.endDate,
      termIds: readSectionTerms(ctx.db, id).map(({ termId }) => termId), meetings: readMeetings(ctx.db, id),
      staff: readSectionStaff(ctx.db, id).map((row) => ({ ...row, role: roleForm.parse(row.role) })),
    };
  },
  'sections.roster'(ctx, { id, on }) {
    needSection(ctx, id);
    const { capacity } = need(readSection(ctx.db, id, '9999'));
    return { capacity, students: readRoster(ctx.db, id, on, ctx.rows()) };
  },
  'sections.save'(ctx, { id, rev, section: { termIds, ...draft }, reason }) {
    need(readYear(ctx.db, draft.yearId));
    if (!readTermsFit(ctx, draft.yearId, termIds)) throw wrong('section.termIds', 'invalidValue');
    if (readSectionKeys(ctx.db, draft.yearId).some((one) => one.code === draft.code && one.id !== id)) throw wrong('section.code', 'sectionCodeTaken');
    if (id !== null && need(readSection(ctx.db, id, '9999')).yearId !== draft.yearId) throw wrong('section.yearId', 'invalidValue');
    noteReason(ctx, reason);
    const saved = id === null ? { id: ctx.db.insert(section, draft), rev: 1 } : { id, rev: ctx.db.update(section, id, draft, rev) };
    setTerms(ctx, saved.id, termIds);
    return saved;
  },
  'sections.dependents': (ctx, { id }) => ({ dependents: countDependents(ctx.db, section, need(readSection(ctx.db, id, '9999')).id) }),
  'sections.remove'(ctx, { id, rev, reason }) {
    if (hasGrades(ctx.db, { sectionId: id })) throw new RollbookError('refused', { messageKey: 'sectionHasGrades' });
    noteReason(ctx, reason);
    removeWithDependents(ctx.db, section, id, rev);
    return {};
  },
  'sections.saveStaff'(ctx, { id, rev, sectionId, staffId, role, startDate, endDate, reason }) {
    const { startDate: from, endDate: to } = need(readYear(ctx.db, need(readSection(ctx.db, sectionId, '9999')).yearId));
    need(readStaffNames(ctx.db, [staffId]).get(staffId));
    if (startDate < from || startDate > to) throw wrong('startDate', 'outsideYear');
    if (endDate !== null && endDate > to) throw wrong('endDate', 'outsideYear');
    noteReason(ctx, reason);
    if (id === null) return { id: ctx.db.insert(sectionStaff, { sectionId, staffId, role, startDate, endDate }), rev: 1 };
    if (!readSectionStaff(ctx.db, sectionId).some((one) => one.id === id)) throw new RollbookError('notFound');
    return { id, rev: ctx.db.update(sectionStaff, id, { staffId, role, startDate, endDate }, rev) };
  },
  'sections.plan'(ctx, input) {
    need(readYear(ctx.db, input.yearId));
    const home = findHomeroom(ctx.db, input.yearId, input.level, input.division);
    return {
      room: home?.room ?? null, capacity: home?.capacity ?? null,
      courses: planDivision(ctx, input).map(({ course, code, exists }) => ({
        courseId: course.id, courseCode: course.code, courseEl: course.nameEl, courseEn: course.nameEn, code, weeklyHours: course.weeklyHours, exists,
      })),
    };
  },
  'sections.generate'(ctx, { yearId, level, division, courseIds, room, capacity, reason }) {
    need(readYear(ctx.db, yearId));
    noteReason(ctx, reason);
    const plan = planDivision(ctx, { yearId, level, division }).filter(({ course, exists }) => !exists && courseIds.includes(course.id));
    for (const { course, code } of plan) ctx.db.insert(section, { courseId: course.id, yearId, code, level, division, room, capacity });
    return { created: plan.length };
  },
};

const readTermsFit = (ctx: QueryContext | CommandContext, yearId: string, termIds: readonly string[]): boolean => {
  const terms = readTerms(ctx.db, yearId);
  return termIds.every((id) => terms.some((term) => term.id === id));
};
