import type { Me } from '#contract/access.ts';
import type { Permission } from '#contract/permissions.ts';
import { useGate } from './gate.ts';
import { useQueryOf } from './hooks.ts';

/** The signed-in user; null before the answer is there. Behind the lock screen the last answer stays. */
export function useMe(): Me | null {
  const { data } = useQueryOf('auth.me', {}, { enabled: useGate() === 'open' });
  return data ?? null;
}

/** Whether the user may do something: screens hide what the program would refuse. */
export function useMay(): (permission: Permission) => boolean {
  const me = useMe();
  return (permission) => me?.permissions.includes(permission) ?? false;
}

/** Whether the user may do something for the whole school, where the same permission also serves a part of it. */
export function useMayForSchool(): (permission: Permission) => boolean {
  const me = useMe();
  return (permission) => me?.schoolPermissions.includes(permission) ?? false;
}
