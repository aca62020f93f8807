import type { ImportTarget } from '#contract/import-targets.ts';
import type { RecordTarget } from '../record-plan.ts';
import { attendance } from './attendance.ts';
import { courses } from './courses.ts';
import { documents } from './documents.ts';
import { guardians } from './guardians.ts';
import { places } from './places.ts';
import { scores } from './scores.ts';
import { sections } from './sections.ts';
import { staff } from './staff.ts';

/** Every kind of records that a file can be about, but students, who have a planner of their own for their number. */
export const recordTargets: Record<Exclude<ImportTarget, 'students' | 'oneRoster'>, RecordTarget> = { guardians, staff, courses, sections, places, scores, attendance, documents };
