import { RollbookError } from '#contract/errors.ts';
import { greekToLatin } from '#contract/transliterate.ts';
import { foldText } from '../search/rules-fold.ts';
import type { QueryContext } from '../kernel/context.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import { readPolicy } from './policy.ts';
import type { UserRow } from './repo-users.ts';

/** Checks a password that somebody has chosen against the school's rules and returns its hash. Throws what is wrong with it. */
export async function hashChosen(ctx: QueryContext, user: UserRow | undefined, password: string): Promise<string> {
  const refuse = (messageKey: string, params?: Record<string, number>) => { throw new RollbookError('invalidInput', { fields: [{ path: 'password', messageKey, ...(params && { params }) }] }); };
  const { passwordLength } = readPolicy(ctx.db).policy;
  if (password.length < passwordLength) refuse('passwordShorterThan', { length: passwordLength });
  if (user && namesIn(user).some((name) => foldText(password).includes(name))) refuse('passwordHasName');
  if (user && await checkPassword(user.passwordHash, password)) refuse('passwordSame');
  return hashPassword(password);
}

/** What everybody knows of an account, folded, in Greek and Latin letters; parts too short to tell are left out. */
const namesIn = ({ username, displayName }: UserRow): string[] =>
  [username, ...username.split(/[._@-]/), ...displayName.split(/\s+/)].flatMap((name) => [name, greekToLatin(name)]).map(foldText).filter((name) => name.length >= 4);
