import type { Handlers, Named } from '../kernel/handlers.ts';
import { householdHandlers } from './handlers-households.ts';
import { recordHandlers } from './handlers-records.ts';

export const familyDomainHandlers: Handlers<Named<'contacts'> | Named<'households'> | Named<'health'> | Named<'consents'> | Named<'attachments'>> =
  { ...householdHandlers, ...recordHandlers };
/** What must be asked before anybody is called or written to. It lives with the guardians; this is the family's door to it. */
export { readNoContact, type NoContact } from '../people/index.ts';
export { hasContent } from './repo-records.ts';
export { detectType } from './rules-file-type.ts';
export { writeAddress } from './rules-household.ts';
