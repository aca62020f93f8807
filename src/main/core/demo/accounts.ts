import type { GrantScope } from '#contract/permissions.ts';
import type { RoleName } from '#contract/roles-built-in.ts';

/** An account of the demonstration school; the set-up screen shows them all. */
export interface DemoAccount { username: string; displayName: string; role: RoleName; scope: GrantScope }

/** The password of every demonstration account. */
export const demoPassword = 'rollbook-demo';

/** One account for each role. */
export const demoAccounts: readonly DemoAccount[] = [
  { username: 'administrator', displayName: 'Στέφανος Διαχειριστής', role: 'administrator', scope: 'school' },
  { username: 'registrar', displayName: 'Μαρίνα Γραμματέα', role: 'registrar', scope: 'school' },
  { username: 'principal', displayName: 'Αλεξάνδρα Λυκειάρχη', role: 'principal', scope: 'school' },
  { username: 'head', displayName: 'Πέτρος Τομεάρχης', role: 'departmentHead', scope: 'department' },
  { username: 'teacher', displayName: 'Ειρήνη Δασκαλάκη', role: 'teacher', scope: 'sections' },
  { username: 'counsellor', displayName: 'Νίκος Συμβουλής', role: 'counsellor', scope: 'school' },
  { username: 'viewer', displayName: 'Άννα Θεατού', role: 'viewer', scope: 'school' },
];
