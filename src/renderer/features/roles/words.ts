import type { Words } from '#contract/permission-words.ts';
import { fieldClasses, type FieldClass } from '#contract/permissions.ts';
import { isBuiltIn } from '#contract/roles-built-in.ts';
import type { RoleView } from '#contract/roles.ts';
import { pickName, type Format } from '../../i18n/format.ts';
import { i18next } from '../../i18n/index.ts';

/** Words of the contract in the window's language. */
export const say = (format: Format, words: Words): string => words[format.language];

/** Anything with a name in both languages: a role, a department. */
export const nameOf = (format: Format, named: { nameEl: string; nameEn: string }): string => pickName(format, named.nameEl, named.nameEn);

/** What a role is for, in a sentence: the built-in ones come without, since theirs is a text of the window. */
export const purposeOf = (role: Pick<RoleView, 'key' | 'purpose'>): string | null =>
  (isBuiltIn(role.key) ? i18next.t(`purpose.${role.key}`, { ns: 'roles' }) : role.purpose);

/** Classes of fields in one line, in the contract's order. */
export const listClasses = (classes: readonly FieldClass[]): string =>
  fieldClasses.filter((each) => classes.includes(each)).map((each) => i18next.t(`fieldClass.${each}.name`, { ns: 'roles' })).join(', ');

/** The first sentence without its full stop, to stand in a row with others. */
export const inShort = (text: string): string => (text.split('. ')[0] ?? text).replace(/\.$/, '');
