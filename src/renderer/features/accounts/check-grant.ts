import { describeFieldError } from '../../i18n/dynamic.ts';
import type { GrantValues } from './grant-fields.tsx';

/** Says of a grant without a role that one has to be chosen: the contract's own check can only say that it is none. */
export function checkRole(grant: GrantValues, path: string): Record<string, string> {
  return grant.role === '' ? { [`${path}.role`]: describeFieldError({ path, messageKey: 'required' }) } : {};
}
