import type { Output } from '#contract/index.ts';
import { relations } from '#contract/people.ts';
import { academicHandlers } from '../../academics/index.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { perform } from '../../kernel/perform.ts';
import { readGuardians, readStudents, records } from '../../oneroster/index.ts';
import { peopleHandlers } from '../../people/index.ts';
import { foldText, sortKeyOf } from '../../search/index.ts';
import type { Reader } from '../../store/reader.ts';
import { refusedMeaning, type Meaning } from '../record-plan.ts';
import { findStudent } from '../rules/find-student.ts';
import { samePhone } from '../rules/parse-contact.ts';
import { problem } from '../rules/values.ts';
import { findGuardian, readLinksOf, readStaff } from '../targets/repo-targets.ts';
import { changesOf, keptMeaning, newOf, noReference, sameMeaning, type BundleAround, type Item, type Resolve } from './bundle-plan.ts';
import type { BundleValues } from './bundle-index.ts';
import { leaveMeaning, stayOf } from './resolve-stays.ts';

const names = ['givenName', 'familyName', 'metadata.givenNameLatin', 'metadata.familyNameLatin'], contacts = ['email', 'sms', 'phone'];
const studentColumns = ['identifier', ...names, 'preferredGivenName', 'metadata.fatherName', 'metadata.motherName', ...contacts];
const guardianColumns = [...names, ...contacts];
const isSame = (a: string, b: string) => a === b || samePhone(a, b);
const nameOf = (values: BundleValues) => `${values.familyName ?? ''} ${values.givenName ?? ''}`.trim();
const orNull = (text: string | undefined) => text || null;

/** Students, staff and guardians, by what their roles say they are. */
export const resolveUsers: Resolve = (db, items, bundle) => {
  const ofKind = (kind: string | null) => items.filter(({ id }) => (bundle.index.kindOf(id) ?? knownKind(db, bundle, id)) === kind);
  const students = meaningsOf(ofKind('student'), resolveStudents(db, ofKind('student'), bundle));
  const staff = meaningsOf(ofKind('staff'), resolveStaff(db, ofKind('staff'), bundle));
  const guardians = meaningsOf(ofKind('guardian'), resolveGuardians(db, ofKind('guardian'), bundle));
  return items.map(({ id, values }) => students.get(id) ?? staff.get(id) ?? guardians.get(id) ?? refusedMeaning(nameOf(values) || id, [problem('bundleNoRole')]));
};

const meaningsOf = (items: readonly Item[], meanings: readonly Meaning[]): Map<string, Meaning> => new Map(items.map(({ id }, i) => [id, meanings[i] ?? refusedMeaning('', [])]));

/** In a delta people come without their roles: then they are what they are here. */
function knownKind(db: Reader, bundle: BundleAround, id: string): 'student' | 'staff' | 'guardian' | null {
  const candidates = bundle.candidates('users', id);
  if (bundle.students.identities.length > 0 && readStudents(db, candidates, null, bundle.today).length > 0) return 'student';
  if (readStaff(db, bundle.today).some((person) => candidates.includes(person.id))) return 'staff';
  return readGuardians(db, candidates).length > 0 ? 'guardian' : null;
}

const longestNumber = 30;
/** What can be the number of a student; '' for an address or a long key. */
const asNumber = (text = ''): string => (text.includes('@') || text.length > longestNumber ? '' : text);
/** The number of a student, for want of an identifier the name of the account. */
const numberOf = ({ identifier, username }: BundleValues): string => asNumber(identifier) || asNumber(username);

/** Which student of the school a row means; null: nobody; else why that cannot be told. */
function matchStudent(values: BundleValues, demographics: BundleValues | undefined, bundle: BundleAround): string | null | ReturnType<typeof problem> {
  const said = { familyEl: values.familyName ?? '', givenEl: values.givenName ?? '', ...(demographics?.birthDate ? { birthDate: demographics.birthDate } : {}), ...(values['metadata.fatherName'] ? { fatherEl: values['metadata.fatherName'] } : {}) };
  const studentNo = numberOf(values);
  if (studentNo) {
    const byNumber = findStudent({ ...said, studentNo }, bundle.students);
    if ('studentId' in byNumber) return byNumber.studentId;
    if (byNumber.messageKey !== 'import.studentUnknown') return byNumber;
  }
  const byName = findStudent(said, bundle.students);
  if ('studentId' in byName) {
    // A namesake is the same student only where the dates of birth say so, too.
    if (said.birthDate !== undefined && byName.birthDate === said.birthDate) return byName.studentId;
    return problem('possibleMatch', null, { studentNo: byName.studentNo });
  }
  return byName.messageKey === 'import.studentUnknown' ? null : byName;
}

function resolveStudents(db: Reader, items: readonly Item[], bundle: BundleAround): Meaning[] {
  const ids = items.map(({ id }) => bundle.candidates('users', id));
  const byId = new Map(readStudents(db, ids.flat(), bundle.year() ?? null, bundle.today).map((row) => [row.id, row]));
  const matched = items.map(({ id, values }, i) => ids[i]?.find((each) => byId.has(each)) ?? matchStudent(values, bundle.index.find('demographics', id), bundle));
  const more = readStudents(db, matched.flatMap((match) => (typeof match === 'string' && !byId.has(match) ? [match] : [])), bundle.year() ?? null, bundle.today);
  for (const row of more) byId.set(row.id, row);
  return items.map(({ id, values, isGone }, i): Meaning => {
    const match = matched[i] ?? null, label = nameOf(values);
    const own = typeof match === 'string' ? byId.get(match) : undefined;
    if (isGone) return own ? leaveMeaning(db, own, bundle, values) : sameMeaning(label || id);
    if (match !== null && typeof match !== 'string') return refusedMeaning(label, [match]);
    bundle.settle('users', id, own?.id ?? null);
    if (own) {
      return {
        label, studentId: own.id, key: `student ${own.id}`, isNew: false, problems: [], notes: [], cells: changesOf({ ...values, identifier: asNumber(values.identifier) }, records.studentRecord(own, ''), studentColumns, isSame),
        write: (ctx) => updateStudent(ctx, own.id, values),
      };
    }
    const said = numberOf(values), studentNo = said || bundle.numberFor(id);
    const stay = stayOf(id, values, bundle);
    return {
      label, studentId: null, key: `student ${studentNo}`, isNew: true, problems: [],
      notes: [...(said === '' ? [problem('numberGenerated', null, { number: studentNo })] : []), ...stay.notes],
      cells: [...newOf(values, studentColumns), ...newOf(bundle.index.find('demographics', id) ?? {}, ['birthDate', 'sex']), ...newOf(stay.values, ['grades', 'beginDate', 'endDate'])],
      write(ctx) {
        const demographics = bundle.index.find('demographics', id) ?? {};
        const { id: studentId } = perform('students.create', peopleHandlers['students.create'], ctx, {
          details: { ...detailsOf(values), studentNo, birthDate: orNull(demographics.birthDate), sex: sexOf(demographics) },
          enrolment: stay.draft && { ...stay.draft, yearId: bundle.needYear() },
        });
        bundle.written(ctx, 'users', id, studentId);
      },
    };
  });
}

const sexes = ['female', 'male', 'other'] as const;
export const sexOf = (demographics: BundleValues) => sexes.find((sex) => sex === demographics.sex) ?? null;

/** What a row says of a student, as the form has it. */
const detailsOf = (values: BundleValues) => ({
  familyEl: values.familyName ?? '', givenEl: values.givenName ?? '', familyLatin: orNull(values['metadata.familyNameLatin']), givenLatin: orNull(values['metadata.givenNameLatin']),
  fatherEl: orNull(values['metadata.fatherName']), motherEl: orNull(values['metadata.motherName']), preferred: orNull(values.preferredGivenName),
  email: orNull(values.email), phone: orNull(values.phone), mobile: orNull(values.sms),
});

/** Changes of a student what a row says; what it does not say stays. */
export function updateStudent(ctx: CommandContext, id: string, values: BundleValues, more: { birthDate?: string | null; sex?: (typeof sexes)[number] | null } = {}): void {
  const { rev, details } = peopleHandlers['students.get'](ctx, { id }) as Output<'students.get'>;
  const said = Object.fromEntries(Object.entries({ ...detailsOf(values), studentNo: asNumber(values.identifier) || details.studentNo, ...more }).filter(([, value]) => value !== null && value !== ''));
  perform('students.update', peopleHandlers['students.update'], ctx, { id, rev, details: { ...details, ...said } });
}

function resolveStaff(db: Reader, items: readonly Item[], bundle: BundleAround): Meaning[] {
  const known = readStaff(db, bundle.today);
  return items.map(({ id, values, isGone }): Meaning => {
    const label = nameOf(values), code = values.identifier ?? '';
    const candidates = bundle.candidates('users', id), sortKey = sortKeyOf(values.familyName ?? '', values.givenName ?? '');
    const byName = known.filter((person) => person.sortKey === sortKey && (code === '' || person.code === null));
    const own = known.find((person) => candidates.includes(person.id)) ?? (code === '' ? undefined : known.find((person) => person.code !== null && foldText(person.code) === foldText(code))) ?? (byName.length === 1 ? byName[0] : undefined);
    if (!own && byName.length > 1) return refusedMeaning(label, [problem('ambiguousStaff', null, { count: byName.length })]);
    if (isGone) {
      if (!own) return sameMeaning(label || id);
      return {
        label: `${own.familyEl} ${own.givenEl}`, studentId: null, key: `staff ${own.id}`, isNew: false, cells: [{ field: 'oneRoster.status', before: null, after: 'tobedeleted' }], problems: [], notes: [problem('bundleArchives')],
        write: (ctx) => void perform('staff.setArchived', academicHandlers['staff.setArchived'], ctx, { id: own.id, rev: own.rev, archived: true }),
      };
    }
    bundle.settle('users', id, own?.id ?? null);
    return {
      label, studentId: null, key: `staff ${code === '' ? sortKey : code}`, isNew: !own, problems: [], notes: [],
      cells: own
        ? changesOf(values, { identifier: own.code ?? '', givenName: own.givenEl, familyName: own.familyEl, 'metadata.givenNameLatin': own.givenLatin ?? '', 'metadata.familyNameLatin': own.familyLatin ?? '' }, ['identifier', ...names])
        : newOf(values, ['identifier', ...names]),
      write(ctx) {
        const { id: staffId } = perform('staff.save', academicHandlers['staff.save'], ctx, {
          id: own?.id ?? null, rev: own?.rev ?? null,
          staff: {
            familyEl: values.familyName ?? '', givenEl: values.givenName ?? '', familyLatin: orNull(values['metadata.familyNameLatin']) ?? own?.familyLatin ?? null,
            givenLatin: orNull(values['metadata.givenNameLatin']) ?? own?.givenLatin ?? null, code: orNull(code.slice(0, 20)) ?? own?.code ?? null, departmentId: own?.departmentId ?? null,
            role: own?.role === 'head' || own?.role === 'office' || own?.role === 'other' ? own.role : 'teacher', since: own?.since ?? bundle.today, userId: own?.userId ?? null,
          },
        });
        bundle.written(ctx, 'users', id, staffId);
      },
    };
  });
}

/** Guardians are written with the students whose guardians they are: nobody is one alone. */
function resolveGuardians(db: Reader, items: readonly Item[], bundle: BundleAround): Meaning[] {
  const wards = items.map(({ id }) => bundle.index.wardsOf(id).filter(({ student }) => bundle.own('users', student) !== undefined));
  const links = readLinksOf(db, wards.flat().flatMap(({ student }) => bundle.own('users', student) ?? []));
  const people = new Map(readGuardians(db, items.flatMap(({ id }) => bundle.candidates('users', id))).map((row) => [row.id, row]));
  return items.map(({ id, values, isGone }, i): Meaning => {
    const label = nameOf(values), name = foldText(label), mine = wards[i] ?? [];
    if (isGone) return keptMeaning(label || id);
    // Somebody who is known by id is nobody else of the same name: a cousin may well have it.
    const byId = bundle.candidates('users', id).flatMap((each) => people.get(each) ?? [])[0];
    const linkOf = (student: string) => links.find((link) => link.studentId === bundle.own('users', student) && (byId ? link.personId === byId.id : !bundle.isTaken('users', link.personId, id) && foldText(`${link.familyEl} ${link.givenEl}`) === name));
    const link = mine.flatMap(({ student }) => linkOf(student) ?? [])[0];
    const person = byId ?? (link && readGuardians(db, [link.personId])[0]);
    if (mine.length === 0 && !person) return refusedMeaning(label, [bundle.index.wardsOf(id).length === 0 ? problem('bundleGuardianOfNobody') : noReference('agentSourcedIds', bundle.index.wardsOf(id)[0]?.student ?? '')]);
    bundle.settle('users', id, person?.id ?? null);
    const without = mine.filter(({ student }) => !linkOf(student));
    const wardNames = without.map(({ student }) => nameOf(bundle.index.find('users', student) ?? {})).join(', ');
    const cells = [...(person ? changesOf(values, records.guardianRecord(person, ''), guardianColumns, isSame) : newOf(values, guardianColumns)), ...newOf({ agentSourcedIds: wardNames }, ['agentSourcedIds'])];
    return {
      label, studentId: mine[0] ? bundle.own('users', mine[0].student) ?? null : null, key: `guardian ${id}`, isNew: !person, problems: [], notes: [], cells,
      write(ctx) {
        const namesake = findGuardian(ctx.db, sortKeyOf(values.familyName ?? '', values.givenName ?? ''), contacts.flatMap((each) => values[each] || []));
        let personId = person?.id ?? (namesake !== undefined && !bundle.isTaken('users', namesake, id) ? namesake : undefined);
        if (link && cells.some(({ field }) => field !== 'oneRoster.agentSourcedIds')) saveGuardian(ctx, link.studentId, values, { linkId: link.linkId, relation: link.relation });
        for (const { student, relation } of without) {
          const studentId = bundle.need('users', student);
          if (personId === undefined) {
            saveGuardian(ctx, studentId, values, { linkId: null, relation: relationOf(relation, bundle, id) });
            personId = readLinksOf(ctx.db, [studentId]).findLast((each) => foldText(`${each.familyEl} ${each.givenEl}`) === name)?.personId;
          } else {
            const priority = Math.min(9, readLinksOf(ctx.db, [studentId]).length + 1);
            perform('guardians.link', peopleHandlers['guardians.link'], ctx, { studentId, personId, link: { relation: relationOf(relation, bundle, id), priority } });
          }
        }
        if (personId !== undefined) bundle.written(ctx, 'users', id, personId);
      },
    };
  });
}

/** What a guardian is to the student: as our own bundles say it, else by the sex of a parent. */
function relationOf(said: string, bundle: BundleAround, guardianId: string): (typeof relations)[number] {
  const known = relations.find((each) => each === said);
  if (known) return known;
  const isParent = bundle.index.rolesOf(guardianId).some(({ role }) => role === 'parent');
  const sex = bundle.index.find('demographics', guardianId)?.sex;
  return isParent && sex === 'female' ? 'mother' : isParent && sex === 'male' ? 'father' : 'guardian';
}

function saveGuardian(ctx: CommandContext, studentId: string, values: BundleValues, { linkId, relation }: { linkId: string | null; relation: string }): void {
  const links = readLinksOf(ctx.db, [studentId]), link = links.find((each) => each.linkId === linkId);
  perform('guardians.save', peopleHandlers['guardians.save'], ctx, {
    studentId, id: linkId, rev: null,
    guardian: {
      familyEl: values.familyName || link?.familyEl || '', givenEl: values.givenName || link?.givenEl || '', familyLatin: orNull(values['metadata.familyNameLatin']) ?? link?.familyLatin ?? null,
      givenLatin: orNull(values['metadata.givenNameLatin']) ?? link?.givenLatin ?? null, relation: relations.find((each) => each === relation) ?? 'guardian', priority: link?.priority ?? Math.min(9, links.length + 1),
      custody: link ? link.custody === 1 : true, mayPickUp: link ? link.mayPickUp === 1 : true, noContact: link?.noContact === 1, receivesReports: link ? link.receivesReports === 1 : true,
      noContactNote: link?.noContactNote ?? null, noContactUntil: link?.noContactUntil ?? null,
      email: orNull(values.email) ?? link?.email ?? null, phone: orNull(values.phone) ?? link?.phone ?? null, mobile: orNull(values.sms) ?? link?.mobile ?? null,
    },
  });
}

/** The dates of birth and sexes of students. */
export const resolveDemographics: Resolve = (db, items, bundle) => {
  const ownIds = items.map(({ id }) => bundle.own('users', id) ?? (bundle.index.find('users', id) ? undefined : bundle.candidates('users', id)[0]));
  const byId = new Map(readStudents(db, ownIds.flatMap((id) => id ?? []), null, bundle.today).map((row) => [row.id, row]));
  return items.map(({ id, values, isGone }, i): Meaning => {
    const own = byId.get(ownIds[i] ?? ''), label = nameOf(bundle.index.find('users', id) ?? {}) || (own ? `${own.familyEl} ${own.givenEl}` : id);
    if (isGone) return keptMeaning(label);
    if (!own) {
      if (bundle.own('users', id) === null) return sameMeaning(label, [problem('bundleWithPerson')]);
      // Of teachers and guardians the school keeps neither.
      return bundle.own('users', id) === undefined ? refusedMeaning(label, [noReference('sourcedId', id)]) : keptMeaning(label);
    }
    return {
      label, studentId: own.id, key: `demographics ${own.id}`, isNew: false, problems: [], notes: [],
      cells: changesOf({ birthDate: values.birthDate ?? '', sex: sexOf(values) ?? '' }, { birthDate: own.birthDate ?? '', sex: own.sex ?? '' }, ['birthDate', 'sex']),
      write: (ctx) => updateStudent(ctx, own.id, {}, { birthDate: orNull(values.birthDate), sex: sexOf(values) }),
    };
  });
};
