import { z } from 'zod';
import type { StudentField } from '#contract/import-targets.ts';
import { relations, sexes } from '#contract/people.ts';
import { changeContact } from '../people/index.ts';
import { sortKeyOf } from '../search/index.ts';
import { contactPoint, enrolment, guardianLink, person, student } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import type { Change, Comparison, Known } from './rules/compare-row.ts';
import { guardianKey } from './rules/guardian-key.ts';
import type { Values } from './rules/values.ts';

type Kind = 'email' | 'phone' | 'mobile' | 'address';
const contactKinds: readonly Kind[] = ['email', 'phone', 'mobile', 'address'];
const personFields = ['familyEl', 'givenEl', 'familyLatin', 'givenLatin', 'fatherEl', 'motherEl', 'preferred', 'birthDate', 'nationalId'] as const;
const sexForm = z.enum(sexes), relationForm = z.enum(relations);

/** Writes the rows of one import. Brothers and sisters of one file share the guardian who has the same name and telephone or e-mail. */
export class ImportWriter {
  readonly #db: Writer;
  readonly #place: { orgId: string; yearId: string | null; today: string };
  readonly #guardians = new Map<string, string>();

  constructor(db: Writer, place: { orgId: string; yearId: string | null; today: string }) {
    this.#db = db;
    this.#place = place;
  }

  /** Inserts a new student with person, contacts, this year's stay and guardian. */
  create(values: Values, comparison: Comparison): void {
    const orNull = (text: string) => text || null;
    const personId = this.#db.insert(person, {
      familyEl: values.familyEl, givenEl: values.givenEl, familyLatin: orNull(values.familyLatin), givenLatin: orNull(values.givenLatin),
      fatherEl: orNull(values.fatherEl), motherEl: orNull(values.motherEl), preferred: orNull(values.preferred), birthDate: orNull(values.birthDate),
      sex: values.sex ? sexForm.parse(values.sex) : null, nationalId: orNull(values.nationalId), sortKey: sortKeyOf(values.familyEl, values.givenEl),
    });
    for (const kind of contactKinds) if (values[kind]) this.#db.insert(contactPoint, { personId, kind, value: values[kind] });
    const studentId = this.#db.insert(student, { personId, studentNo: values.studentNo });
    this.#writeEnrolment(studentId, null, comparison.changes);
    this.#writeGuardian(studentId, null, values, comparison);
  }

  /** Writes the cells that differ. */
  change(values: Values, known: Known, comparison: Comparison): void {
    const changed = new Map(comparison.changes.map((change) => [change.field, change.after]));
    const patch: Partial<Record<(typeof personFields)[number], string>> = {};
    for (const field of personFields) {
      const after = changed.get(field);
      if (after !== undefined) patch[field] = after;
    }
    const sex = changed.get('sex');
    if (Object.keys(patch).length > 0 || sex !== undefined) {
      const sortKey = sortKeyOf(patch.familyEl ?? known.values.familyEl ?? '', patch.givenEl ?? known.values.givenEl ?? '');
      this.#db.update(person, known.personId, { ...patch, ...(sex === undefined ? {} : { sex: sexForm.parse(sex) }), sortKey });
    }
    for (const kind of contactKinds) this.#writeContact(known.personId, kind, changed.get(kind));
    const studentNo = changed.get('studentNo');
    if (studentNo !== undefined) this.#db.update(student, known.studentId, { studentNo });
    this.#writeEnrolment(known.studentId, known.enrolmentId, comparison.changes);
    this.#writeGuardian(known.studentId, known, values, comparison);
  }

  #writeContact(personId: string, kind: Kind, value: string | undefined): void {
    if (value !== undefined) changeContact(this.#db, personId, kind, value || null, this.#place.today);
  }

  #writeEnrolment(studentId: string, enrolmentId: string | null, changes: readonly Change[]): void {
    const after = (field: StudentField) => changes.find((change) => change.field === field)?.after;
    const level = after('level'), division = after('division'), entryDate = after('entryDate');
    if (enrolmentId) {
      if (level === undefined && division === undefined && entryDate === undefined) return;
      this.#db.update(enrolment, enrolmentId, {
        ...(level === undefined ? {} : { level }), ...(division === undefined ? {} : { division }), ...(entryDate === undefined ? {} : { entryDate }),
      });
    } else if (level !== undefined && entryDate !== undefined && this.#place.yearId) {
      this.#db.insert(enrolment, { studentId, orgId: this.#place.orgId, yearId: this.#place.yearId, level, division: division ?? null, entryDate });
    }
  }

  #writeGuardian(studentId: string, known: Known | null, values: Values, { guardian, changes }: Comparison): void {
    const after = (field: StudentField) => changes.find((change) => change.field === field)?.after;
    const relation = after('guardianRelation'), phone = after('guardianPhone'), email = after('guardianEmail');
    if (guardian) {
      if (relation !== undefined) this.#db.update(guardianLink, guardian.linkId, { relation: relationForm.parse(relation) });
      this.#writeContact(guardian.personId, 'phone', phone);
      this.#writeContact(guardian.personId, 'email', email);
    } else if (after('guardianGiven') !== undefined) {
      this.#db.insert(guardianLink, {
        studentId, personId: this.#guardianPerson(values), relation: relationForm.parse(relation), priority: Math.min(9, (known?.guardians.length ?? 0) + 1),
        custody: true, mayPickUp: true, noContact: false, receivesReports: true,
      });
    }
  }

  #guardianPerson(values: Values): string {
    const key = guardianKey(values);
    const shared = key === null ? undefined : this.#guardians.get(key);
    if (shared !== undefined) return shared;
    const { guardianFamily, guardianGiven, guardianPhone, guardianEmail } = values;
    const personId = this.#db.insert(person, { familyEl: guardianFamily, givenEl: guardianGiven, sortKey: sortKeyOf(guardianFamily, guardianGiven) });
    if (guardianPhone) this.#db.insert(contactPoint, { personId, kind: 'phone', value: guardianPhone });
    if (guardianEmail) this.#db.insert(contactPoint, { personId, kind: 'email', value: guardianEmail });
    if (key !== null) this.#guardians.set(key, personId);
    return personId;
  }
}
