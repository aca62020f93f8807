import type { Handlers, Named } from '../kernel/handlers.ts';
import { exportHandlers } from './handlers-exports.ts';
import { importRowHandlers } from './handlers-import-rows.ts';
import { importHandlers } from './handlers-imports.ts';
import { importProfileHandlers } from './handlers-profiles.ts';

export { writeCsv } from './write-csv.ts';
export { writeXlsx } from './write-xlsx.ts';

export const exchangeHandlers: Handlers<Named<'imports'> | Named<'importProfiles'> | Named<'exports'>> = { ...importHandlers, ...importRowHandlers, ...importProfileHandlers, ...exportHandlers };
