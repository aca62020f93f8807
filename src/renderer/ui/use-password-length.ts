import { useQueryOf } from '../client/index.ts';
import { leastLength } from './rules-strength.ts';

/** How long the school wants a password to be at least. */
export function usePasswordLength(): number {
  return useQueryOf('auth.passwordRules', {}).data?.length ?? leastLength;
}
