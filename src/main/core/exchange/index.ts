import type { Handlers, Named } from '../kernel/handlers.ts';
import { exportHandlers } from './handlers-exports.ts';
import { importHandlers } from './handlers-imports.ts';

export const exchangeHandlers: Handlers<Named<'imports'> | Named<'exports'>> = { ...importHandlers, ...exportHandlers };
