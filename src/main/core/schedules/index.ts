import type { Handlers, Named } from '../kernel/handlers.ts';
import { mailHandlers } from './handlers-mail.ts';
import { scheduleHandlers } from './handlers.ts';

export { interruptRuns } from './repo-runs.ts';
export { countFailing } from './repo.ts';
export const schedulesHandlers: Handlers<Named<'schedules'> | Named<'mailServer'>> = { ...scheduleHandlers, ...mailHandlers };
