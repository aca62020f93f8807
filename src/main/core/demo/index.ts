import type { Writer } from '../store/writer.ts';
import { createPlanter } from './planter.ts';
import { plantAcademics } from './plant-academics.ts';
import { plantConduct } from './plant-conduct.ts';
import { plantAttendance } from './plant-attendance.ts';
import { plantGrading } from './plant-grading.ts';
import { plantLessons } from './plant-lessons.ts';
import { plantDocuments } from './plant-documents.ts';
import { plantDivisions } from './plant-divisions.ts';
import { plantFamily } from './plant-family.ts';
import { plantMarks } from './plant-marks.ts';
import { plantResults } from './plant-results.ts';
import { plantNotes } from './plant-notes.ts';
import { plantPrivacy } from './plant-privacy.ts';
import { plantSchool } from './plant-school.ts';
import { plantSections } from './plant-sections.ts';
import { plantStaff } from './plant-staff.ts';
import { plantStudents } from './plant-students.ts';
import { createRandom } from './rules-random.ts';
import { layOutYears } from './rules-stays.ts';
import { inventStudents } from './rules-students.ts';
import { planYears } from './rules-years.ts';

export { demoAccounts, demoPassword, type DemoAccount } from './accounts.ts';

const seed = 1_821;
const steps = 6;

/** What the demonstration needs from outside: the day it is seen on (ISO) and the hash of the accounts' password. */
export interface DemonstrationOptions { today: string; passwordHash: string; onProgress?: (done: number, total: number) => void }

/**
 * Fills an empty database with the demonstration school: about 1,200 students over three years up to `today`, the same for the same day.
 * The caller opens the change set. Returns the number of records written.
 */
export function seedDemonstration(db: Writer, { today, passwordHash, onProgress = () => undefined }: DemonstrationOptions): number {
  const random = createRandom(seed);
  const planter = createPlanter(db, today);
  const timetable = layOutYears(planYears(today), today);
  const school = plantSchool(db, planter, timetable.years);
  const teachers = plantStaff(planter, random, school, passwordHash);
  onProgress(1, steps);
  const students = plantStudents(planter, school, inventStudents(random, timetable));
  plantNotes(planter, random, students);
  onProgress(2, steps);
  const divisions = plantSections(planter, school, teachers, students);
  onProgress(4, steps);
  plantMarks(planter, random, school, timetable, divisions, plantGrading(db, today));
  onProgress(5, steps);
  const absences = plantAttendance(planter, random, school, timetable, divisions);
  plantDivisions(planter, school, students);
  plantAcademics(db, planter, school, teachers, divisions);
  plantLessons(planter, school, timetable, divisions, absences);
  plantFamily({ db, planter, random: createRandom(4_207), school, today }, students);
  plantDocuments(db, planter);
  plantResults(db, planter, school, students, today);
  plantConduct(db, planter, timetable, divisions);
  plantPrivacy(db, planter, students, today);
  onProgress(steps, steps);
  return planter.count();
}
