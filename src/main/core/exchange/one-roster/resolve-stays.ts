import type { ImportProblem } from '#contract/exchange.ts';
import { enrolmentHandlers } from '../../enrolment/index.ts';
import { perform } from '../../kernel/perform.ts';
import { readStays, splitList, type StudentRow } from '../../oneroster/index.ts';
import { readYears } from '../../settings/index.ts';
import type { Reader } from '../../store/reader.ts';
import { refusedMeaning, type Meaning } from '../record-plan.ts';
import { problem } from '../rules/values.ts';
import { readNames } from '../targets/repo-targets.ts';
import type { BundleValues } from './bundle-index.ts';
import { changesOf, newOf, noReference, sameMeaning, type BundleAround, type Resolve } from './bundle-plan.ts';
import { divisionOf } from './resolve-structure.ts';

interface Draft { level: string; division: string | null; entryDate: string; lastAttendedDate: string | null; exitCode: string | null }
/** Of a stay that ends without a reason that the school knows: why is not told by a bundle. */
const unknownExit = 'withdrawn';

/** The days of the year for which a bundle is taken in, as it or the school has them. */
function yearDates(bundle: BundleAround): { startDate: string; endDate: string } | undefined {
  const year = bundle.index.find('academicSessions', bundle.mainYear);
  return year && { startDate: year.startDate ?? '', endDate: year.endDate ?? '' };
}

/** The stay of a new student by the first of the roles, the level and the first division; none, where the bundle does not say enough. */
export function stayOf(userId: string, user: BundleValues, bundle: BundleAround, role = bundle.index.rolesOf(userId).find((each) => each.role === 'student')): { draft: Draft | null; values: BundleValues; notes: ImportProblem[] } {
  const homeroom = bundle.index.homeroomsOf(userId).map((each) => bundle.index.find('classes', each.classSourcedId ?? '')).find((each) => each !== undefined);
  const level = splitList(user.grades ?? '')[0] ?? splitList(homeroom?.grades ?? '')[0] ?? '';
  const none = (notes: ImportProblem[]) => ({ draft: null, values: {}, notes });
  if (bundle.year() === undefined) return none([problem('noOpenYear')]);
  if (level === '') return none([problem('levelMissing')]);
  const year = yearDates(bundle);
  const begin = role?.beginDate ?? '', end = role?.endDate ?? '';
  const entryDate = year === undefined ? begin || bundle.today : begin < year.startDate ? year.startDate : begin;
  if (year && (entryDate > year.endDate || (end !== '' && end < year.startDate))) return none([problem('bundleOtherYear')]);
  const lastAttendedDate = end === '' || (year && end > year.endDate) ? null : end;
  return {
    draft: { level: level.slice(0, 20), division: homeroom ? divisionOf(homeroom) : null, entryDate, lastAttendedDate, exitCode: lastAttendedDate === null ? null : unknownExit },
    values: { grades: level, beginDate: entryDate, endDate: lastAttendedDate ?? '' }, notes: [],
  };
}

/** A student whom the other system has taken away: the stay that is still open ends. */
export function leaveMeaning(db: Reader, student: StudentRow, bundle: BundleAround, values: BundleValues): Meaning {
  const yearId = bundle.year();
  const stay = typeof yearId === 'string' ? readStays(db, [student.id], yearId).find(({ lastAttendedDate }) => lastAttendedDate === null) : undefined;
  const label = `${student.familyEl} ${student.givenEl}`;
  if (!stay) return sameMeaning(label, [], student.id);
  const asked = (values.endDate || values.dateLastModified || bundle.today).slice(0, 10), date = asked < stay.entryDate ? stay.entryDate : asked > bundle.today ? bundle.today : asked;
  return {
    label, studentId: student.id, key: `leave ${stay.id}`, isNew: false, problems: [], notes: [problem('bundleLeaves', null, { date })], cells: [{ field: 'oneRoster.endDate', before: null, after: date }],
    write: (ctx) => void perform('enrolments.leave', enrolmentHandlers['enrolments.leave'], ctx, { id: stay.id, rev: stay.rev, lastAttendedDate: date, exitCode: unknownExit }),
  };
}

/** What people are. Only of students it says something that the school keeps: from when to when they are here. */
export const resolveRoles: Resolve = (db, items, bundle) => {
  bundle.load(db, 'users', items.map(({ values }) => values.userSourcedId ?? ''));
  const yearId = bundle.year();
  const ids = items.flatMap(({ values }) => [...bundle.candidates('users', values.userSourcedId ?? ''), bundle.own('users', values.userSourcedId ?? '') ?? '']);
  const names = readNames(db, ids);
  const userOf = (values: BundleValues) => bundle.refer('users', values.userSourcedId ?? '', (id) => names.has(id));
  const stays = typeof yearId === 'string' ? readStays(db, ids, yearId) : [];
  const today = readYears(db).find(({ id }) => id === yearId);
  return items.map(({ id, values, isGone }): Meaning => {
    const userKey = values.userSourcedId ?? '', user = bundle.index.find('users', userKey) ?? {};
    const label = `${user.familyName ?? ''} ${user.givenName ?? ''}`.trim() || userKey;
    if (bundle.schoolId !== '' && (values.orgSourcedId ?? '') !== '' && values.orgSourcedId !== bundle.schoolId) return sameMeaning(label, [problem('bundleOtherSchool')]);
    if (values.role !== 'student') return bundle.own('users', userKey) === undefined && !isGone ? refusedMeaning(label, [noReference('userSourcedId', userKey)]) : sameMeaning(label);
    const own = userOf(values);
    const first = bundle.index.rolesOf(userKey).find((each) => each.role === 'student');
    if (own === null) {
      // The first stay comes with the person; a second one, of a student who left and came back, by its own row.
      if (first?.sourcedId === id || isGone) return sameMeaning(label, [problem('bundleWithPerson')]);
      return newStay(label, null, userKey, values, bundle);
    }
    if (own === undefined || !names.has(own)) return refusedMeaning(label, [noReference('userSourcedId', userKey)]);
    const mine = stays.filter(({ studentId }) => studentId === own);
    const candidates = bundle.candidates('roles', id), begin = values.beginDate ?? '', end = values.endDate ?? '';
    const stay = mine.find((each) => candidates.includes(each.id)) ?? mine.find((each) => (each.lastAttendedDate ?? '9999') >= begin && (end === '' || each.entryDate <= end)) ?? (begin === '' ? mine[0] : undefined);
    if (isGone) {
      if (!stay || stay.lastAttendedDate !== null) return sameMeaning(label, [], own);
      const [familyEl = '', ...rest] = (names.get(own) ?? '').split(' ');
      return leaveMeaning(db, { id: own, familyEl, givenEl: rest.join(' ') } as StudentRow, bundle, values);
    }
    if (!stay) return newStay(label, own, userKey, values, bundle);
    const ends = end !== '' && (today === undefined || end <= today.endDate) ? end : '';
    return {
      label, studentId: own, key: `stay ${stay.id} ${id}`, isNew: false, problems: [], notes: [], cells: changesOf({ endDate: ends }, { endDate: stay.lastAttendedDate ?? '' }, ['endDate']),
      write: (ctx) => void perform('enrolments.leave', enrolmentHandlers['enrolments.leave'], ctx, { id: stay.id, rev: stay.rev, lastAttendedDate: ends, exitCode: unknownExit }),
    };
  });
};

function newStay(label: string, own: string | null, userKey: string, values: BundleValues, bundle: BundleAround): Meaning {
  const { draft, values: said, notes } = stayOf(userKey, bundle.index.find('users', userKey) ?? {}, bundle, values);
  if (!draft) return sameMeaning(label, notes, own);
  return {
    label, studentId: own, key: `stay ${userKey} ${draft.entryDate}`, isNew: true, problems: [], notes, cells: newOf(said, ['grades', 'beginDate', 'endDate']),
    write(ctx) {
      const { id } = perform('enrolments.save', enrolmentHandlers['enrolments.save'], ctx, { studentId: own ?? bundle.need('users', userKey), enrolment: { ...draft, yearId: bundle.needYear() } });
      bundle.written(ctx, 'roles', values.sourcedId ?? '', id);
    },
  };
}

