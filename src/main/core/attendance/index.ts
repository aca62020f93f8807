import type { Handlers, Named } from '../kernel/handlers.ts';
import { officeHandlers } from './handlers-office.ts';
import { setupHandlers } from './handlers-setup.ts';
import { takingHandlers } from './handlers-taking.ts';
import { totalsHandlers } from './handlers-totals.ts';

export const attendanceHandlers: Handlers<Named<'attendance'>> = { ...setupHandlers, ...takingHandlers, ...officeHandlers, ...totalsHandlers };
export { readDayFacts } from './repo-calendar.ts';
export { readAttendanceSettings } from './repo-codes.ts';
export { countNotTaken } from './not-taken.ts';
