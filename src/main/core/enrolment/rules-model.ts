/** From the first to the last day, both included; open-ended when the latter is null. ISO dates. */
export interface Span { startDate: string; endDate: string | null }

/** What is written down of one stay. */
export interface StayValues {
  yearId: string; level: string; division: string | null; entryDate: string; entryCode: string | null; previousSchool: string | null;
  lastAttendedDate: string | null; exitCode: string | null; nextSchool: string | null;
}
/** A stay with its year: an open one ends with the year. */
export interface Stay extends StayValues { id: string; rev: number; yearLabel: string; yearStart: string; yearEnd: string }
/** A stretch of a stay in one class division. */
export interface Home extends Span { id: string; enrolmentId: string; level: string; division: string }
/** A class (course, year, division) as far as places in it go. */
export interface Section { id: string; code: string; courseId: string; yearId: string; level: string | null; division: string | null }
/** A student's place in a class. */
export interface Place extends Span { id: string; reason: string | null; section: Section }
/** Everything dated about one student, removed rows left out. */
export interface Facts { studentId: string; stays: readonly Stay[]; homes: readonly Home[]; places: readonly Place[] }

/** One thing that a plan writes. `addHome` without a stay belongs to the stay that the same plan adds. */
export type Write =
  | { do: 'addStay'; values: StayValues }
  | { do: 'setStay'; id: string; values: Partial<StayValues> }
  | { do: 'addHome'; enrolmentId: string; yearId: string; level: string; division: string; startDate: string; endDate: string | null }
  | { do: 'setHome'; id: string; values: Partial<Span & { level: string; division: string; reason: string | null }> }
  | { do: 'dropHome'; id: string }
  | { do: 'addPlace'; section: Section; startDate: string; endDate: string | null }
  | { do: 'setPlace'; id: string; values: Partial<Span & { reason: string | null }> }
  | { do: 'dropPlace'; id: string };

/** Why a plan cannot be carried out: a key of the error texts, at the field that is to blame. */
export interface Refusal { field: string; messageKey: string; params?: Record<string, string> }
/** What is to be written; nothing when refused, or when all is so already. */
export interface Plan { writes: Write[]; refusal: Refusal | null }

export const refuse = (field: string, messageKey: string, params?: Record<string, string>): Plan => ({ writes: [], refusal: { field, messageKey, params } });
export const plan = (writes: Write[]): Plan => ({ writes, refusal: null });
