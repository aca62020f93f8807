import type { TFunction } from 'i18next';
import { z } from 'zod';
import { isoDate } from '#contract/fields.ts';
import { relations, sexes } from '#contract/people.ts';
import { permissionWords } from '#contract/permission-words.ts';
import { permissions } from '#contract/permissions.ts';
import { roleWords } from '#contract/role-words.ts';
import { isBuiltIn } from '#contract/roles-built-in.ts';
import { describeField, translateKey } from '../../i18n/dynamic.ts';
import type { Format } from '../../i18n/format.ts';

/** What the writing of values needs to know: words, formats, and names of records that cells refer to. */
export interface ValueWords {
  t: TFunction;
  format: Format;
  years: ReadonlyMap<string, string>;
  /** Names of roles and departments by their keys. */
  names?: ReadonlyMap<string, string>;
}

const flags = new Set(['custody', 'mayPickUp', 'noContact', 'receivesReports', 'mustChange', 'drafts', 'directoryOptOut', 'active']);
const orgs = new Set(['orgId', 'viewerOrgId', 'targetOrgId', 'departmentId']);
const moments = new Set(['archivedAt', 'deletedAt', 'disabledAt', 'passwordChangedAt']);
const has = <T extends string>(list: readonly T[], value: unknown): value is T => list.some((item) => item === value);

/** A value of the journal as people write it: dates, yes and no, words for codes. Empty text for "no value". */
export function writeValue(field: string, value: unknown, { t, format, years, names }: ValueWords): string {
  if (value === null || value === undefined || value === '') return '';
  if (flags.has(field) || typeof value === 'boolean') return value === 1 || value === true ? t('yes') : t('no');
  if (moments.has(field) && typeof value === 'number') return format.moment(value);
  if (typeof value === 'number') return format.number(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'sex' && has(sexes, value)) return t(`sex.${value}`);
  if (field === 'relation' && has(relations, value)) return t(`relation.${value}`);
  if (field === 'kind') return translateKey('privacy', `kind.${value}`) ?? translateKey('privacy', `erasure.kind.${value}`) ?? describeField(value);
  if (field === 'basis') return translateKey('privacy', `basis.${value}`) ?? value;
  if (field === 'state') return translateKey('exchange', `state.${value}`) ?? value;
  if (field === 'language') return translateKey('common', `language.${value}`) ?? value;
  if (field === 'fieldClass') return translateKey('family', `fieldClass.${value}`) ?? value;
  if (field === 'yearId') return years.get(value) ?? value;
  if (field === 'role') return isBuiltIn(value) ? roleWords[value][format.language] : names?.get(value) ?? value;
  if (field === 'scope' || field === 'defaultScope') return translateKey('roles', `scope.${value}`) ?? value;
  if (field === 'span') return translateKey('roles', `rules.spans.${value}`) ?? value;
  if (orgs.has(field)) return names?.get(value) ?? value;
  return isoDate.safeParse(value).success ? format.date(value) : value;
}

/** A column that holds a list of words, as JSON. */
export const listForm = z.string().startsWith('["').transform((text): unknown => JSON.parse(text)).pipe(z.array(z.string()));

/** One word of a list: a permission in a sentence, the name of a class of fields. */
export function writeListItem(field: string, item: string, { format }: ValueWords): string {
  if (field === 'fieldClasses') return translateKey('roles', `fieldClass.${item}.name`) ?? item;
  return has(permissions, item) ? permissionWords[item][format.language].replace(/\.$/, '') : item;
}
