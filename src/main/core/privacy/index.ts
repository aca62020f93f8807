import type { Handlers, Named } from '../kernel/handlers.ts';
import { disclosureHandlers } from './handlers-disclosures.ts';
import { erasureHandlers } from './handlers-erasure.ts';
import { holdHandlers } from './handlers-holds.ts';
import { retentionHandlers } from './handlers-retention.ts';

export const privacyHandlers: Handlers<Named<'disclosures'> | Named<'privacy'> | Named<'retention'> | Named<'legalHolds'> | Named<'erasures'>> = {
  ...disclosureHandlers, ...erasureHandlers, ...holdHandlers, ...retentionHandlers,
};
