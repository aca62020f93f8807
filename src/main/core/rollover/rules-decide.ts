import type { RolloverDecision, RolloverOutcome, RolloverReason, RolloverRules } from '#contract/rollover.ts';
import { roundTo } from './rules-grades.ts';
import { moveDivision } from './rules-year.ts';

/** A course of a student in the year: its grade as a share of the scale (0 to 1), null when it is not there. */
export interface CourseGrade { course: number; share: number | null; passes: boolean; missingTerms: readonly number[] }

/** What is known of a student at the end of a year. */
export interface StudentFacts {
  level: string; division: string | null; lastAttendedDate: string | null; exitCode: string | null;
  isArchived: boolean;
  /** Has a place in the next year already. */
  isEnrolledNext: boolean;
  courses: readonly CourseGrade[];
  /** Hours of absence in the year: all, and those without an excuse. */
  absentHours: number; unexcusedHours: number;
}

/** What holds for every student of the year. */
export interface YearFacts {
  rules: RolloverRules; endDate: string; today: string;
  courses: readonly { nameEl: string; nameEn: string }[];
  terms: readonly { nameEl: string; nameEn: string }[];
  /** The limit of absences of a level, if there is one. */
  limitOf: (level: string) => { hours: number; counts: 'all' | 'unexcused' } | undefined;
}

export interface Decision { outcome: RolloverOutcome; toLevel: string | null; toDivision: string | null; reasons: RolloverReason[] }

const named = 4;
const say = (key: string, params: RolloverReason['params'] = {}): RolloverReason => ({ key, params });
const stays = (outcome: RolloverOutcome, reasons: RolloverReason[]): Decision => ({ outcome, toLevel: null, toDivision: null, reasons });
/** Exit codes that a rollover itself writes: they are no leaving. */
const endsOfYear: readonly (string | null)[] = ['promoted', 'repeats', 'graduated'];

/** What becomes of one student by the rules: exactly one outcome, with the reasons for it. */
export function decide(student: StudentFacts, year: YearFacts): Decision {
  if (student.isEnrolledNext) return stays('alreadyEnrolled', [say('alreadyEnrolled')]);
  const gone = hasGone(student, year);
  if (gone) return stays('left', [gone]);
  const unclear = findUnclear(student, year);
  const missing = findMissing(student, year);
  const absences = unclear.length > 0 ? null : findAbsences(student, year);
  if (absences) return place('retain', student, year.rules, [absences]);
  if (missing) unclear.push(missing);
  if (unclear.length > 0) return stays('undecided', unclear);
  return judge(student, year.rules);
}

function hasGone({ isArchived, lastAttendedDate, exitCode }: StudentFacts, { endDate }: YearFacts): RolloverReason | null {
  if (isArchived) return say('archived');
  if (exitCode === 'graduated') return say('alreadyGraduated');
  return lastAttendedDate !== null && lastAttendedDate < endDate && !endsOfYear.includes(exitCode) ? say('left', { date: lastAttendedDate }) : null;
}

function findUnclear({ level }: StudentFacts, { rules, endDate, today }: YearFacts): RolloverReason[] {
  const reasons: RolloverReason[] = [];
  if (level.trim() === '') reasons.push(say('noLevel'));
  else if (!rules.levels.includes(level)) reasons.push(say('unknownLevel', { level }));
  if (today < endDate) reasons.push(say('yearNotOver', { date: endDate }));
  return reasons;
}

function findAbsences(student: StudentFacts, { rules, limitOf }: YearFacts): RolloverReason | null {
  const limit = rules.absenceLimit ? limitOf(student.level) : undefined;
  if (!limit) return null;
  const hours = limit.counts === 'all' ? student.absentHours : student.unexcusedHours;
  return hours > limit.hours ? say('absences', { hours: roundTo(hours, 0.5), limit: limit.hours }) : null;
}

function findMissing({ courses }: StudentFacts, year: YearFacts): RolloverReason | null {
  if (courses.length === 0) return say('noCourses');
  const missing = courses.filter(({ share }) => share === null);
  if (missing.length <= year.rules.maxMissing && missing.length < courses.length) return null;
  const terms = [...new Set(missing.flatMap(({ missingTerms }) => missingTerms))].toSorted((a, b) => a - b);
  return say('gradesMissing', {
    count: missing.length, ...names('courses', missing.map(({ course }) => year.courses[course])), ...names('terms', terms.map((term) => year.terms[term])),
  });
}

/** The first names in both languages, and a sign that there are more. */
function names(key: string, list: readonly ({ nameEl: string; nameEn: string } | undefined)[]): Record<string, string> {
  const known = list.flatMap((item) => (item ? [item] : [])).toSorted((a, b) => (a.nameEl < b.nameEl ? -1 : 1));
  const write = (pick: (item: { nameEl: string; nameEn: string }) => string) => known.slice(0, named).map(pick).join(', ') + (known.length > named ? ' …' : '');
  return { [`${key}El`]: write(({ nameEl }) => nameEl), [`${key}En`]: write(({ nameEn }) => nameEn) };
}

/** The general mean on the scale of the rules, rounded once to a tenth. Added up in millionths, so that the order of courses never matters. */
export function generalMean(courses: readonly CourseGrade[], outOf: number): number {
  const shares = courses.flatMap(({ share }) => (share === null ? [] : [Math.round(share * outOf * 1e6)]));
  return shares.length === 0 ? 0 : roundTo(shares.reduce((sum, share) => sum + share, 0) / shares.length / 1e6, 0.1);
}

function judge(student: StudentFacts, rules: RolloverRules): Decision {
  const mean = generalMean(student.courses, rules.outOf);
  const failing = student.courses.filter(({ share, passes }) => share !== null && !passes).length;
  const against: RolloverReason[] = [];
  if (mean < rules.minimumMean) against.push(say('meanTooLow', { mean, needed: rules.minimumMean }));
  if (rules.maxFailing !== null && failing > rules.maxFailing) against.push(say('tooManyFailing', { failing, allowed: rules.maxFailing }));
  if (against.length > 0) return place('retain', student, rules, against);
  return place('promote', student, rules, [say('mean', { mean, failing })]);
}

/** Where a student goes: the next level, or out of the school after the last; who repeats stays on the level. */
function place(outcome: 'promote' | 'retain', { level, division }: Pick<StudentFacts, 'level' | 'division'>, rules: RolloverRules, reasons: RolloverReason[]): Decision {
  const keeps = rules.divisions === 'keepNumber';
  if (outcome === 'retain') return { outcome, toLevel: level, toDivision: keeps ? division : null, reasons };
  const at = rules.levels.indexOf(level);
  const next = rules.levels[at + 1];
  if (at >= 0 && next === undefined) return { outcome: 'graduate', toLevel: null, toDivision: null, reasons };
  if (next === undefined) return stays('undecided', [say('unknownLevel', { level })]);
  return { outcome, toLevel: next, toDivision: keeps ? moveDivision(division, level, next) : null, reasons };
}

/** What the registrar decided instead. `level` and `division` null: as the rules say. */
export interface Override { decision: RolloverDecision; level: string | null; division: string | null; reason: string }

/** A decision with the registrar's in its place. Who left or is enrolled already is not touched. */
export function applyOverride(ruled: Decision, student: Pick<StudentFacts, 'level' | 'division'>, rules: RolloverRules, override: Override | undefined): Decision {
  if (!override || ruled.outcome === 'left' || ruled.outcome === 'alreadyEnrolled') return ruled;
  const reasons = [say('overridden', { reason: override.reason })];
  if (override.decision === 'undecided') return stays('undecided', reasons);
  if (override.decision === 'graduate') return stays('graduate', reasons);
  if (override.decision === 'promote' && override.level !== null) {
    return { outcome: 'promote', toLevel: override.level, toDivision: override.division ?? moveDivision(student.division, student.level, override.level), reasons };
  }
  const placed = place(override.decision, student, rules, reasons);
  return placed.toLevel === null ? placed : { ...placed, toLevel: override.level ?? placed.toLevel, toDivision: override.division ?? placed.toDivision };
}
