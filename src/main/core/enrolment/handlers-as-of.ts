import { z } from 'zod';
import { RollbookError } from '#contract/errors.ts';
import { relations, studentDetails } from '#contract/people.ts';
import { findChangeSetBefore, findOrigin, readImageAsOf, readImagesAsOf } from '../journal/index.ts';
import type { QueryContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { readFactsOf } from './repo-facts.ts';
import { readClassesOn } from './repo-as-of.ts';
import { addDays } from '../people/rules-dates.ts';
import { covers, stayOn } from './rules-span.ts';

const contactForm = z.object({ kind: z.enum(['email', 'phone', 'mobile', 'address']), value: z.string(), endDate: z.string().nullable() });
const personForm = z.object({ ...studentDetails.shape }).pick({
  familyEl: true, givenEl: true, familyLatin: true, givenLatin: true, fatherEl: true, motherEl: true, preferred: true, birthDate: true, sex: true, nationalId: true,
});
const linkForm = z.object({
  id: z.string(), personId: z.string(), relation: z.enum(relations), priority: z.number(), custody: z.number(), mayPickUp: z.number(), noContact: z.number(), receivesReports: z.number(),
});
const nameForm = personForm.pick({ familyEl: true, givenEl: true, familyLatin: true, givenLatin: true });

/** The end of a school-local day, in milliseconds since 1970. */
const endOfDay = (date: string): number => new Date(`${addDays(date, 1)}T00:00:00`).getTime();

/**
 * The change set up to which the records of a student count on a day. A record that was first made later says for that day what was
 * entered first: `recordedLater` tells when that was.
 */
function momentOf(ctx: QueryContext, studentId: string, date: string): { changeSetId: number; recordedLater: number | null } {
  const changeSetId = findChangeSetBefore(ctx.db, endOfDay(date));
  const origin = findOrigin(ctx.db, 'student', studentId);
  if (!origin || origin.changeSetId <= changeSetId) return { changeSetId, recordedLater: null };
  return { changeSetId: origin.changeSetId, recordedLater: origin.at };
}

/** The contacts in use on a day, as they were recorded then: one that was changed since has an end. */
function contactsOf(ctx: QueryContext, personId: string, changeSetId: number, date: string) {
  const contacts: Record<z.infer<typeof contactForm>['kind'], string | null> = { email: null, phone: null, mobile: null, address: null };
  for (const image of readImagesAsOf(ctx.db, 'contact_point', 'personId', personId, changeSetId)) {
    const { kind, value, endDate } = contactForm.parse(image);
    if (endDate === null || endDate >= date) contacts[kind] ??= value;
  }
  return contacts;
}

/** A student's record as it stood at the end of a day, put together from the journal; enrolment and classes by their dates. */
export const asOfHandlers: Handlers<Named<'asOf'>> = {
  'asOf.student'(ctx, { studentId, date }) {
    needStudent(ctx, studentId);
    const { changeSetId, recordedLater } = momentOf(ctx, studentId, date);
    const student = z.object({ personId: z.string(), studentNo: z.string() }).safeParse(readImageAsOf(ctx.db, 'student', studentId, changeSetId));
    if (!student.success) throw new RollbookError('notFound');
    const { personId, studentNo } = student.data;
    const person = personForm.parse(readImageAsOf(ctx.db, 'person', personId, changeSetId));
    const facts = readFactsOf(ctx.db, studentId);
    const begun = facts.stays.filter(({ entryDate }) => entryDate <= date).at(-1);
    const now = stayOn(facts, date);
    const stay = now ?? begun;
    const home = facts.homes.filter((one) => one.enrolmentId === stay?.id && one.startDate <= date).at(-1);
    const isHome = home && (now === undefined || covers(home, date));
    return {
      id: studentId, recordedLater, status: now ? 'enrolled' as const : begun ? 'left' as const : 'notEnrolled' as const,
      details: { ...person, studentNo, ...contactsOf(ctx, personId, changeSetId, date) },
      stay: stay ? {
        level: stay.level, division: isHome ? home.division : null, yearLabel: stay.yearLabel, entryDate: stay.entryDate,
        lastAttendedDate: stay.lastAttendedDate !== null && stay.lastAttendedDate < date ? stay.lastAttendedDate : null,
      } : null,
      sections: readClassesOn(ctx.db, studentId, date),
    };
  },
  'asOf.guardians'(ctx, { studentId, date }) {
    needStudent(ctx, studentId);
    const { changeSetId } = momentOf(ctx, studentId, date);
    const guardians = readImagesAsOf(ctx.db, 'guardian_link', 'studentId', studentId, changeSetId).flatMap((image) => {
      const { personId, custody, mayPickUp, noContact, receivesReports, ...link } = linkForm.parse(image);
      const names = nameForm.safeParse(readImageAsOf(ctx.db, 'person', personId, changeSetId));
      if (!names.success) return [];
      const { email, phone, mobile } = contactsOf(ctx, personId, changeSetId, date);
      return [{
        ...link, ...names.data, email, phone, mobile, custody: custody === 1, mayPickUp: mayPickUp === 1, noContact: noContact === 1, receivesReports: receivesReports === 1,
      }];
    });
    return { guardians: guardians.sort((a, b) => a.priority - b.priority) };
  },
};
