import type { Handlers, Named } from '../kernel/handlers.ts';
import { calendarHandlers } from './handlers-calendar.ts';
import { courseHandlers } from './handlers-courses.ts';
import { homeroomHandlers } from './handlers-homerooms.ts';
import { sectionHandlers } from './handlers-sections.ts';
import { staffHandlers } from './handlers-staff.ts';
import { timetableHandlers } from './handlers-timetable.ts';
import { yearHandlers } from './handlers-years.ts';

export { refuseClosedYears } from './closed-years.ts';
export { needSection } from './need-section.ts';
export { readCalendarDays, readSchoolDays } from './repo-calendar.ts';
export { findHomeroom, readBells } from './repo-homerooms.ts';
export { readRoster } from './repo-sections.ts';
export { readTerm, readTerms } from './repo-years.ts';
export { isSchoolDay, schoolDaysOf, type CalendarDays } from './rules-calendar.ts';
export { sectionCode } from './rules-sections.ts';

/** The structure of the school, its sections and its timetable. */
export const academicHandlers: Handlers<
  Named<'years'> | Named<'terms'> | Named<'calendar'> | Named<'departments'> | Named<'courses'> | Named<'staff'> | Named<'homerooms'> | Named<'bells'>
  | Named<'sections'> | Named<'timetable'> | Named<'meetings'>
> = {
  ...yearHandlers, ...calendarHandlers, ...courseHandlers, ...staffHandlers, ...homeroomHandlers, ...sectionHandlers, ...timetableHandlers,
};
