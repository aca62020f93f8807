import { RollbookError } from '#contract/errors.ts';
import type { AttendanceTarget } from '#contract/attendance.ts';
import type { Permission } from '#contract/permissions.ts';
import { needSection } from '../academics/index.ts';
import { permissionsOf } from '../access/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { readDayFacts, type DayFacts } from './repo-calendar.ts';
import { isDivisionInScope } from './repo-divisions.ts';
import { readSectionFacts, type SectionFacts } from './repo-lessons.ts';
import { readDivisionRoster, readSectionRoster, type RosterRow } from './repo-roster.ts';
import type { Slot } from './repo-sheet.ts';

/** A sheet as the caller may see it: its place, the day, who is due. `hidden`: due, but out of the caller's scope. */
export interface OpenSheet { slot: Slot; facts: DayFacts; section: SectionFacts | null; roster: RosterRow[]; hidden: number }

/** Whose mark a caller's would be: the office's for those who may correct, the teacher's for others who take; null for those who may only look. */
export function sourceOf(ctx: QueryContext | CommandContext): 'teacher' | 'office' | null {
  const held = ctx.access ? permissionsOf(ctx.access) : [];
  if (!held.includes('attendance:take')) return null;
  return held.includes('attendance:correct') ? 'office' : 'teacher';
}

/** Throws what stands in the way of taking a date, with the way out in its text. A closed year is the pipeline's to refuse: it asks for a reason. */
export function refuseObstacle(facts: DayFacts): void {
  const { obstacle } = facts;
  if (obstacle === 'future') throw new RollbookError('refused', { messageKey: 'attendanceFuture' });
  if (obstacle === 'notSchoolDay') throw new RollbookError('refused', { messageKey: 'attendanceNotSchoolDay' });
  if (obstacle === 'noYear') throw new RollbookError('refused', { messageKey: 'attendanceNoYear' });
}

/** Opens a sheet for a permission. Throws `notFound` for a section or division out of scope. */
export function openSheet(ctx: QueryContext | CommandContext, permission: Permission, date: string, target: AttendanceTarget): OpenSheet {
  const facts = readDayFacts(ctx.db, date, localDate(ctx.now));
  const scope = ctx.rows(permission);
  if (target.kind === 'lesson') {
    const section = readSectionFacts(ctx.db, needSection(ctx, target.sectionId, permission), date);
    if (!section) throw new RollbookError('notFound');
    const day = { yearId: section.yearId, sectionId: section.id, date };
    const roster = readSectionRoster(ctx.db, day, scope);
    const hidden = scope.all ? 0 : readSectionRoster(ctx.db, day, { all: true }).length - roster.length;
    const slot: Slot = { date, yearId: section.yearId, level: section.level ?? '', division: section.division, sectionId: section.id, period: target.period };
    return { slot, facts, section, roster, hidden };
  }
  const yearId = facts.year?.id ?? '';
  const { level, division } = target;
  if (!isDivisionInScope(ctx.db, yearId, level, division, scope)) throw new RollbookError('notFound');
  const day = { yearId, level, division, date };
  const roster = readDivisionRoster(ctx.db, day, scope);
  const hidden = scope.all ? 0 : readDivisionRoster(ctx.db, day, { all: true }).length - roster.length;
  return { slot: { ...day, sectionId: null, period: null }, facts, section: null, roster, hidden };
}
