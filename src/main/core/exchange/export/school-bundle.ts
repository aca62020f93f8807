import { RollbookError } from '#contract/errors.ts';
import type { Parsed } from '#contract/index.ts';
import type { Permission } from '#contract/permissions.ts';
import { fieldClassesFor, holdsForSchool } from '../../access/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { localDate } from '../../kernel/dates.ts';
import { writeSchool, type SchoolBundle } from '../../oneroster/index.ts';
import { leaveOut } from '../../privacy/disclose.ts';
import { findOpenYear, readYears } from '../../settings/index.ts';

/** A finished bundle, and what its year is called. */
export interface MadeBundle extends SchoolBundle { label: string }

/** Makes the bundle of a year on one snapshot. Throws `forbidden` where the caller may not see the whole of a part. */
export function makeSchoolBundle(ctx: QueryContext, { yearId, guardians, demographics, results, disclosure }: Parsed<'exports.oneRoster'>): Promise<MadeBundle> {
  const needed: Permission[] = ['students:view', 'structure:view', 'sections:view', ...(guardians ? ['guardians:view' as const] : []), ...(results ? ['grades:view' as const] : [])];
  return ctx.onSnapshot(async (_ask, within, db) => {
    if (!needed.every((permission) => holdsForSchool(within, permission))) throw new RollbookError('forbidden');
    const year = yearId === null ? findOpenYear(db) : readYears(db).find(({ id }) => id === yearId);
    if (!year) throw new RollbookError('refused', { messageKey: 'noOpenYear' });
    const made = await writeSchool(db, {
      yearId: year.id, guardians, demographics, results, today: localDate(ctx.now),
      isContactShown: fieldClassesFor(within, 'students:view').includes('contact'),
      mayGo: (ids) => leaveOut(db, ids.map((id) => ({ id })), disclosure).rows.map(({ id }) => id),
      async pace(done, total) {
        ctx.checkCancelled();
        ctx.progress(done, total);
        await new Promise((resolve) => setImmediate(resolve));
      },
    });
    return { ...made, label: year.label };
  });
}
