import type { TFunction } from 'i18next';
import type { GrantView } from '#contract/accounts.ts';
import { pickName, type Format } from '../../i18n/format.ts';

type T = TFunction<'accounts'>;

/** What a grant reaches, in words: the department by name. */
export function writeScope(t: T, format: Format, { scope, department }: Pick<GrantView, 'scope' | 'department'>): string {
  return department ? pickName(format, department.nameEl, department.nameEn) : t(`scope.${scope}`);
}

/** A grant in one line: "Department head · Mathematics, until 15/06/2027". */
export function writeGrant(t: T, format: Format, grant: GrantView): string {
  const line = t('grant.joined', { role: pickName(format, grant.roleEl, grant.roleEn), scope: writeScope(t, format, grant) });
  const ended = grant.state === 'ended' && grant.endDate !== null;
  return [
    line,
    grant.state === 'future' && t('grant.from', { date: format.date(grant.startDate) }),
    grant.endDate !== null && t(ended ? 'grant.ended' : 'grant.until', { date: format.date(grant.endDate) }),
  ].filter(Boolean).join(', ');
}
