import { academicHandlers } from '../../academics/index.ts';
import { enrolmentHandlers } from '../../enrolment/index.ts';
import { perform } from '../../kernel/perform.ts';
import { readDivisions, readMemberships, readSections, readStaff, readStays, splitList } from '../../oneroster/index.ts';
import type { Reader } from '../../store/reader.ts';
import { refusedMeaning, type Meaning } from '../record-plan.ts';
import { problem } from '../rules/values.ts';
import { readNames, readPlacesById, readPlacesOf, readTeachersOf, type KnownPlace } from '../targets/repo-targets.ts';
import { changesOf, keptMeaning, newOf, noReference, sameMeaning, type BundleAround, type Item, type Resolve } from './bundle-plan.ts';
import { divisionOf } from './resolve-structure.ts';

/** The people and classes of the school that some rows may mean. */
function readReferred(db: Reader, items: readonly Item[], bundle: BundleAround) {
  const ids = (file: 'users' | 'classes', column: string) => items.flatMap(({ values }) => { const id = values[column] ?? ''; return [...bundle.candidates(file, id), ...(bundle.own(file, id) ? [bundle.own(file, id) ?? ''] : [])]; });
  const users = ids('users', 'userSourcedId');
  const names = readNames(db, users), staff = new Set(readStaff(db, users, bundle.today).map(({ id }) => id)), classes = new Set(readSections(db, { ids: ids('classes', 'classSourcedId') }).map(({ id }) => id));
  return {
    names, staff, classes,
    userOf: (values: Item['values']) => bundle.refer('users', values.userSourcedId ?? '', (id) => names.has(id) || staff.has(id)),
    classOf: (values: Item['values']) => bundle.refer('classes', values.classSourcedId ?? '', (id) => classes.has(id)),
  };
}

interface Around extends ReturnType<typeof readReferred> { db: Reader; bundle: BundleAround; places: KnownPlace[]; teachers: ReturnType<typeof readTeachersOf>; yearStart: string }

/** Who is in which class, and who teaches it. */
export const resolveEnrollments: Resolve = (db, items, bundle) => {
  bundle.load(db, 'classes', items.map(({ values }) => values.classSourcedId ?? ''));
  bundle.load(db, 'users', items.map(({ values }) => values.userSourcedId ?? ''));
  const referred = readReferred(db, items, bundle);
  const around: Around = {
    ...referred, db, bundle, places: readPlacesOf(db, [...referred.names.keys()]), teachers: readTeachersOf(db, [...referred.classes], '0000-00-00'),
    yearStart: bundle.index.find('academicSessions', bundle.mainYear)?.startDate ?? bundle.today,
  };
  const isHomeroom = ({ values }: Item) => bundle.index.find('classes', values.classSourcedId ?? '')?.classType === 'homeroom';
  const rooms = homeroomMeanings(items.filter(isHomeroom), around);
  return items.map((item) => {
    const { values, isGone } = item;
    if (isHomeroom(item)) return rooms.get(item.id) ?? refusedMeaning(item.id, []);
    const user = bundle.index.find('users', values.userSourcedId ?? ''), lesson = bundle.index.find('classes', values.classSourcedId ?? '');
    const userId = around.userOf(values), classId = around.classOf(values);
    const label = `${user ? `${user.familyName} ${user.givenName}` : around.names.get(userId ?? '') ?? values.userSourcedId ?? ''}: ${lesson?.classCode || lesson?.title || values.classSourcedId || ''}`;
    if (isGone && (values.classSourcedId ?? '') === '') return goneById(item, around);
    if (userId === undefined) return refusedMeaning(label, [noReference('userSourcedId', values.userSourcedId ?? '')]);
    if (classId === undefined) return refusedMeaning(label, [noReference('classSourcedId', values.classSourcedId ?? '')]);
    if (values.role === 'student') return placeMeaning(item, label, { userId, classId }, around);
    if (values.role === 'teacher') return teacherMeaning(item, label, { userId, classId }, around);
    return sameMeaning(label, [problem('bundleRole', null, { value: values.role ?? '' })]);
  });
};

interface Ends { userId: string | null; classId: string | null }

/** A row that a delta takes away may say nothing but its sourcedId. Of who teaches what the school keeps its own. */
function goneById({ id, values }: Item, { bundle, db }: Around): Meaning {
  const [place] = readPlacesById(db, bundle.candidates('enrollments', id));
  if (!place) return keptMeaning(id);
  const lesson = readSections(db, { ids: [place.sectionId] })[0];
  return endMeaning(place, `${readNames(db, [place.studentId]).get(place.studentId) ?? ''}: ${lesson?.code ?? ''}`, values, bundle);
}

/** A place that the other system has taken away ends on the day that it says, else when it was taken away; one that has ended stays as it is. */
function endMeaning(place: KnownPlace, label: string, values: Item['values'], bundle: BundleAround): Meaning {
  if (place.endDate !== null) return sameMeaning(label, [], place.studentId);
  const asked = (values.endDate || values.dateLastModified || bundle.today).slice(0, 10), date = asked < place.startDate ? place.startDate : asked;
  return {
    label, studentId: place.studentId, key: `place ${place.id}`, isNew: false, problems: [], notes: [], cells: [{ field: 'oneRoster.endDate', before: null, after: date }],
    write: (ctx) => void perform('places.end', enrolmentHandlers['places.end'], ctx, { id: place.id, rev: place.rev, endDate: date }),
  };
}

/** A student's place in a class. One that ended stays; a new one is another place. */
function placeMeaning({ id, values, isGone }: Item, label: string, { userId, classId }: Ends, { bundle, places, names, yearStart }: Around): Meaning {
  if (userId !== null && !names.has(userId)) return refusedMeaning(label, [noReference('userSourcedId', values.userSourcedId ?? '')]);
  const begin = (values.beginDate ?? '') < yearStart ? yearStart : values.beginDate ?? '', end = values.endDate ?? '';
  const mine = places.filter(({ studentId, sectionId }) => studentId === userId && sectionId === classId);
  const place = mine.find((each) => bundle.candidates('enrollments', id).includes(each.id)) ?? mine.find((each) => (each.endDate === null || each.endDate >= begin) && (end === '' || each.startDate <= end));
  if (isGone) return place ? endMeaning(place, label, values, bundle) : sameMeaning(label, [], userId);
  return {
    label, studentId: userId, key: `place ${values.userSourcedId} ${values.classSourcedId} ${begin}`, isNew: !place, problems: [], notes: [],
    cells: place ? changesOf({ endDate: end }, { endDate: place.endDate ?? '' }, ['endDate']) : newOf({ role: 'student', beginDate: begin, endDate: end }, ['role', 'beginDate', 'endDate']),
    write(ctx) {
      const studentId = bundle.needReferred('users', values.userSourcedId ?? '', userId), sectionId = bundle.needReferred('classes', values.classSourcedId ?? '', classId);
      if (!place) perform('places.add', enrolmentHandlers['places.add'], ctx, { sectionId, studentIds: [studentId], startDate: begin, allowOver: true });
      const stands = place ?? readPlacesOf(ctx.db, [studentId]).find((each) => each.sectionId === sectionId && each.startDate === begin);
      if (end !== '' && stands) perform('places.end', enrolmentHandlers['places.end'], ctx, { id: stands.id, rev: stands.rev, endDate: end });
      if (!place && stands) bundle.written(ctx, 'enrollments', id, stands.id);
    },
  };
}

/** Who teaches a class. */
function teacherMeaning({ id, values, isGone }: Item, label: string, { userId, classId }: Ends, { bundle, teachers, yearStart }: Around): Meaning {
  const own = teachers.find(({ staffId, sectionId }) => staffId === userId && sectionId === classId);
  const role = values.primary === 'false' ? 'teacher' as const : 'primary' as const;
  const begin = (values.beginDate ?? '') < yearStart ? yearStart : values.beginDate ?? '';
  if (isGone || own) return sameMeaning(label, isGone && own ? [problem('bundleKept')] : []);
  return {
    label, studentId: null, key: `teaches ${values.userSourcedId} ${values.classSourcedId}`, isNew: true, problems: [], notes: [], cells: newOf({ role: 'teacher', beginDate: begin, endDate: values.endDate ?? '' }, ['role', 'beginDate', 'endDate']),
    write(ctx) {
      const saved = perform('sections.saveStaff', academicHandlers['sections.saveStaff'], ctx, {
        sectionId: bundle.needReferred('classes', values.classSourcedId ?? '', classId), staffId: bundle.needReferred('users', values.userSourcedId ?? '', userId), role, startDate: begin, endDate: values.endDate || null,
      });
      bundle.written(ctx, 'enrollments', id, saved.id);
    },
  };
}

/** Students' divisions, which are a part of their stay, and class teachers. */
function homeroomMeanings(items: readonly Item[], { db, bundle, names, userOf }: Around): Map<string, Meaning> {
  const yearId = bundle.year();
  const users = items.flatMap(({ values }) => userOf(values) ?? []);
  const memberships = typeof yearId === 'string' ? readMemberships(db, users, yearId) : [], stays = typeof yearId === 'string' ? readStays(db, users, yearId) : [];
  const divisions = typeof yearId === 'string' ? readDivisions(db, yearId) : [];
  return new Map(items.map((item): [string, Meaning] => {
    const { id, values, isGone } = item;
    const room = bundle.index.find('classes', values.classSourcedId ?? '') ?? {}, user = bundle.index.find('users', values.userSourcedId ?? '');
    const division = divisionOf(room), level = splitList(room.grades ?? '')[0] ?? '', userId = userOf(values);
    const label = `${user ? `${user.familyName} ${user.givenName}` : names.get(userId ?? '') ?? ''}: ${division}`;
    if (userId === undefined || bundle.own('classes', values.classSourcedId ?? '') === undefined) return [id, refusedMeaning(label, [noReference(userId === undefined ? 'userSourcedId' : 'classSourcedId', (userId === undefined ? values.userSourcedId : values.classSourcedId) ?? '')])];
    if (isGone) return [id, sameMeaning(label, [problem('bundleKept')])];
    if (values.role === 'teacher') {
      const own = divisions.find((each) => each.level === level && each.division === division);
      if (own?.staffId != null && own.staffId === userId) return [id, sameMeaning(label)];
      return [id, {
        label, studentId: null, key: `class teacher ${level} ${division}`, isNew: own?.staffId == null, problems: [], notes: [], cells: newOf({ role: 'teacher' }, ['role']),
        write(ctx) {
          const now = readDivisions(ctx.db, bundle.needYear()).find((each) => each.level === level && each.division === division);
          perform('homerooms.save', academicHandlers['homerooms.save'], ctx, {
            id: now?.id ?? null, homeroom: { yearId: bundle.needYear(), level, division, room: now?.room ?? null, capacity: now?.capacity ?? null, staffId: bundle.needReferred('users', values.userSourcedId ?? '', userId) },
          });
        },
      }];
    }
    if (values.role !== 'student') return [id, sameMeaning(label, [problem('bundleRole', null, { value: values.role ?? '' })])];
    return [id, memberMeaning(item, { label, level, division, userId, memberships, stays }, bundle)];
  }));
}

interface Member { label: string; level: string; division: string; userId: string | null; memberships: ReturnType<typeof readMemberships>; stays: ReturnType<typeof readStays> }

function memberMeaning({ id, values }: Item, { label, level, division, userId, memberships, stays }: Member, bundle: BundleAround): Meaning {
  const begin = values.beginDate ?? '', isFirst = bundle.index.homeroomsOf(values.userSourcedId ?? '')[0]?.sourcedId === id;
  const mine = stays.filter(({ studentId }) => studentId === userId);
  if (isFirst && (userId === null || mine.length === 0)) return sameMeaning(label, [problem('bundleWithPerson')], userId);
  const own = memberships.find((each) => each.studentId === userId && each.level === level && each.division === division && (each.endDate === null || each.endDate >= begin));
  if (own) return sameMeaning(label, [], userId);
  return {
    label, studentId: userId, key: `division ${values.userSourcedId} ${begin}`, isNew: true, problems: [], notes: [], cells: newOf({ classCode: division, beginDate: begin }, ['classCode', 'beginDate']),
    write(ctx) {
      const studentId = bundle.needReferred('users', values.userSourcedId ?? '', userId);
      const stay = readStays(ctx.db, [studentId], bundle.needYear()).findLast((each) => begin === '' || (each.entryDate <= begin && (each.lastAttendedDate ?? '9999') >= begin)) ?? readStays(ctx.db, [studentId], bundle.needYear()).at(-1);
      bundle.needOwn(stay?.id, values.userSourcedId ?? '');
      if (stay) perform('enrolments.move', enrolmentHandlers['enrolments.move'], ctx, { id: stay.id, rev: stay.rev, date: begin === '' || begin < stay.entryDate ? stay.entryDate : begin, division, allowOver: true });
    },
  };
}

