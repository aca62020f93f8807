import { bundleFiles, type BundleFile } from '#contract/oneroster.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { isNeeded, ownColumns, readSchool } from '../../oneroster/index.ts';
import { foldText } from '../../search/index.ts';
import { planMeanings, type RowMeaning } from '../plan-meanings.ts';
import { refusedMeaning, type Context, type Meaning } from '../record-plan.ts';
import { readIdentities } from '../repo-known.ts';
import { IdentityIndex } from '../rules/match-rows.ts';
import { problem } from '../rules/values.ts';
import type { Sheet } from '../sheet.ts';
import type { TargetPlan } from '../target-plan.ts';
import { BundleIndex } from './bundle-index.ts';
import { BundleAround, type Item, type Resolve } from './bundle-plan.ts';
import { recordAt, type BundleGrid } from './read-bundle-grid.ts';
import { resolveEnrollments } from './resolve-enrollments.ts';
import { resolveCategories, resolveLineItems, resolveResults } from './resolve-results.ts';
import { resolveRoles } from './resolve-stays.ts';
import { resolveClasses, resolveCourses, resolveOrgs, resolveSessions } from './resolve-structure.ts';
import { resolveDemographics, resolveUsers } from './resolve-users.ts';

const resolvers: Record<BundleFile, Resolve> = {
  academicSessions: resolveSessions, orgs: resolveOrgs, courses: resolveCourses, classes: resolveClasses, users: resolveUsers, roles: resolveRoles, enrollments: resolveEnrollments,
  demographics: resolveDemographics, categories: resolveCategories, lineItems: resolveLineItems, results: resolveResults,
};

/** A bundle that was read and planned, and what it says of itself. */
export interface BundlePlan { plan: TargetPlan; school: string | null; year: string | null }

/** Plans a bundle: its files in the order in which they refer to each other, so that what a record stands on was looked at before. */
export async function planBundle(ctx: QueryContext, bundle: BundleGrid, { view: { grid }, year, today, pace }: Sheet): Promise<BundlePlan> {
  const index = new BundleIndex(grid, bundle.places);
  const own = readSchool(ctx.db);
  const schoolId = index.school((org) => org.sourcedId === own?.id || (own?.code != null && org.identifier === own.code) || foldText(org.name ?? '') === foldText(own?.nameEl ?? ''));
  const mainYear = index.mainYear(today);
  const around = new BundleAround({ index, students: new IdentityIndex(readIdentities(ctx.db)), source: bundle.source, today, schoolId, mainYear, openYear: year?.id ?? null });

  const meaningsOf = (now: Context, rows: readonly number[]): RowMeaning[] => {
    const meanings = new Map<number, Meaning>();
    const byFile = new Map<BundleFile, { row: number; item: Item }[]>();
    for (const row of rows) {
      const place = bundle.places[row];
      if (!place) continue;
      const values = recordAt(grid, row, place.file), id = values.sourcedId ?? '';
      const isGone = values.status === 'tobedeleted' && bundle.modes[place.file] === 'delta';
      const lacks = isGone ? [] : Object.entries(ownColumns(place.file)).filter(([name, rule]) => rule.required && isNeeded(place.file, name) && (values[name] ?? '') === '').map(([name]) => name);
      if (id === '' || lacks.length > 0) meanings.set(row, refusedMeaning(values.title || `${values.familyName ?? ''} ${values.givenName ?? ''}`.trim() || id, (id === '' ? ['sourcedId'] : lacks).map((column) => problem('bundleRequired', null, { column }))));
      else if (index.rowOf(place.file, id) !== row) meanings.set(row, refusedMeaning(id, [problem('bundleTwice', null, { value: id })]));
      else byFile.set(place.file, [...(byFile.get(place.file) ?? []), { row, item: { id, values, isGone } }]);
    }
    for (const file of bundleFiles) {
      const some = byFile.get(file);
      if (!some) continue;
      const items = some.map(({ item }) => item);
      around.load(now.db, file, items.map(({ id }) => id));
      resolvers[file](now.db, items, around).forEach((meaning, i) => meanings.set(some[i]?.row ?? -1, meaning));
    }
    return rows.flatMap((row) => { const meaning = meanings.get(row); return meaning ? [{ row, meaning }] : []; });
  };
  const plan = await planMeanings(ctx, {
    firstRow: 1, rows: grid.rows, meaningsOf, lineOf: (row) => row + 1, columnOf: () => null, placeOf: (row) => bundle.places[row] ?? null, isChained: true, questionsOf: null,
  }, pace);
  return { plan, school: index.find('orgs', schoolId)?.name ?? null, year: index.find('academicSessions', mainYear)?.title ?? null };
}
