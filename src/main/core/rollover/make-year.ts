import { uuidv7 } from 'uuidv7';
import { RollbookError } from '#contract/errors.ts';
import type { CommandContext } from '../kernel/context.ts';
import { readYears } from '../settings/index.ts';
import { academicYear, homeroom, section, sectionStaff, sectionTerm, term } from '../store/schema/index.ts';
import { readTaughtTerms, readTerms } from './repo-facts.ts';
import { readHomerooms, readSections, readTeaching } from './repo-write.ts';
import { shiftTerms } from './rules-year.ts';
import type { NextYear, Simulation, YearSpan } from './simulate.ts';

/** The next year's key: the one that is there, or a new year. */
export function ensureYear(ctx: CommandContext, to: NextYear, open: boolean): string {
  if (to.id !== null) {
    if (open) ctx.db.update(academicYear, to.id, { status: 'open' });
    return to.id;
  }
  if (readYears(ctx.db).some(({ label }) => label === to.label)) throw new RollbookError('refused', { messageKey: 'rollover.yearExists', params: { year: to.label } });
  return ctx.db.insert(academicYear, { label: to.label, startDate: to.startDate, endDate: to.endDate, status: open ? 'open' : 'planned' });
}

/** Copies the old year's terms, a year later, into a year that has none. Returns the new term of each old one. */
export function copyTerms(ctx: CommandContext, from: YearSpan, toId: string): Map<string, string> {
  const old = readTerms(ctx.db, from.id);
  const there = readTerms(ctx.db, toId);
  if (there.length > 0) return new Map(old.flatMap((one) => { const same = there.find(({ nameEl }) => nameEl === one.nameEl); return same ? [[one.id, same.id]] : []; }));
  const shifted = shiftTerms(old, uuidv7);
  for (const { from: { type, nameEl, nameEn, weight }, id, ...dates } of shifted) {
    ctx.db.insert(term, { yearId: toId, type: termType(type), nameEl, nameEn, weight, ...dates }, id);
  }
  return new Map(shifted.map(({ from: one, id }) => [one.id, id]));
}

const termTypes = ['year', 'semester', 'term', 'gradingPeriod', 'exam'] as const;
const termType = (type: string) => termTypes.find((known) => known === type) ?? 'term';

/** Copies the divisions with room, capacity and class teacher; what the new year has already stays. Returns how many. */
export function copyHomerooms(ctx: CommandContext, from: YearSpan, toId: string): number {
  const there = new Set(readHomerooms(ctx.db, toId).map(({ level, division }) => `${level}\t${division}`));
  const missing = readHomerooms(ctx.db, from.id).filter(({ level, division }) => !there.has(`${level}\t${division}`));
  for (const row of missing) ctx.db.insert(homeroom, { yearId: toId, ...row });
  return missing.length;
}

/** Copies the sections without their students, with those who teach them and their terms; a section that is there already stays. Returns how many. */
export function copySections(ctx: CommandContext, { from, to }: Pick<Simulation, 'from' | 'to'>, toId: string, terms: ReadonlyMap<string, string>): number {
  const keyOf = (row: { courseId: string; code: string }) => `${row.courseId} ${row.code}`;
  const there = new Set(readSections(ctx.db, toId).map(keyOf));
  const copies = new Map<string, string>();
  for (const { id, ...row } of readSections(ctx.db, from.id)) {
    if (!there.has(keyOf(row))) copies.set(id, ctx.db.insert(section, { yearId: toId, ...row }));
  }
  for (const { sectionId, staffId, role } of readTeaching(ctx.db, from.id, from.endDate)) {
    const copy = copies.get(sectionId);
    if (copy) ctx.db.insert(sectionStaff, { sectionId: copy, staffId, role, startDate: to.startDate });
  }
  for (const { sectionId, termId } of readTaughtTerms(ctx.db, from.id)) {
    const copy = copies.get(sectionId), newTerm = terms.get(termId);
    if (copy && newTerm) ctx.db.insert(sectionTerm, { sectionId: copy, termId: newTerm });
  }
  return copies.size;
}
