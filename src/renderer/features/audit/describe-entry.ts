import type { TFunction } from 'i18next';
import type { AuditEntry } from '#contract/audit.ts';
import { findProcedure } from '#contract/index.ts';
import { permissionWords, resourceWords } from '#contract/permission-words.ts';
import { resourceOf, type Permission } from '#contract/permissions.ts';
import { describeProcedure, translateKey } from '../../i18n/dynamic.ts';
import type { Format } from '../../i18n/format.ts';

/** An entry in words: what happened, and what is worth knowing of it. */
export interface EntryWords { what: string; note: string | null }

/** The permission that a procedure asks for; null where it asks for none. */
export function permissionOf(procedure: string): Permission | null {
  const permission = findProcedure(procedure)?.permission;
  return permission === undefined || permission === 'public' || permission === 'signedIn' ? null : permission;
}

/** What a procedure is called; one that has no words of its own by the kind of record that it is about. */
export function nameProcedure(procedure: string, format: Format): string {
  const own = translateKey('procedures', procedure);
  const permission = permissionOf(procedure);
  return own ?? (permission ? `${resourceWords[resourceOf(permission)][format.language]} (${procedure})` : describeProcedure(procedure));
}

/** Where something was done from, as people say it. */
export const nameDevice = (device: string): string => translateKey('history', `device.${device}`) ?? device;

const nameDetail = (detail: string | null): string | null => (detail === null ? null : translateKey('audit', `detail.${detail}`) ?? detail);

/** Says in plain words what an entry tells. */
export function describeEntry({ kind, detail, procedure, reason }: AuditEntry, t: TFunction<'audit'>, format: Format): EntryWords {
  const permission = permissionOf(procedure);
  const area = permission ? resourceWords[resourceOf(permission)][format.language] : nameProcedure(procedure, format);
  const tries = Number(detail);
  switch (kind) {
    case 'change': return { what: nameProcedure(procedure, format), note: reason };
    case 'export': return { what: nameProcedure(procedure, format), note: nameDetail(detail) };
    case 'denied': {
      const why = nameDetail(detail) ?? '';
      return { what: t('what.denied', { what: area }), note: permission ? t('what.asked', { what: permissionWords[permission][format.language].replace(/\.$/, ''), why }) : why };
    }
    case 'sensitiveRead': return { what: t('what.read', { what: nameProcedure(procedure, format) }), note: findProcedure(procedure)?.audited ? null : nameDetail(detail) };
    case 'signIn': return { what: t('what.signIn'), note: detail ? translateKey('history', `device.${detail}`) ?? t('what.signInFrom', { device: detail }) : null };
    case 'signInRefused': return { what: t('what.signInRefused'), note: tries > 0 ? t('what.tries', { count: tries }) : null };
    case 'lockedOut': return { what: t('what.lockedOut'), note: tries > 0 ? t('what.tries', { count: tries }) : null };
    case 'account': return { what: nameDetail(detail) ?? nameProcedure(procedure, format), note: null };
    case 'recovery': return { what: t('what.recovery'), note: null };
    case 'chainBroken': return { what: t('what.chainBroken', { id: detail ?? '' }), note: null };
  }
}
