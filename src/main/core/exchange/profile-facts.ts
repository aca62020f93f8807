import { RollbookError } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import type { QueryContext } from '../kernel/context.ts';
import type { ImportRecord } from './repo-jobs.ts';
import { readProfile, readProfiles, type ImportProfile } from './repo-profiles.ts';
import { missingHeadings } from './rules/profile-columns.ts';
import { isReadBy, isSameAs, type Reading } from './rules/take-profile.ts';

type Facts = Pick<Output<'imports.get'>, 'profile' | 'suggested'>;

/** A profile. Throws `notFound`. */
export function needProfile(ctx: Pick<QueryContext, 'db'>, id: string): ImportProfile {
  const profile = readProfile(ctx.db, id);
  if (!profile) throw new RollbookError('notFound');
  return profile;
}

/** Why a file has no part in profiles: nothing says what its columns are called. */
export const noColumns = () => new RollbookError('refused', { messageKey: 'importProfile.noColumns' });

/** How the profile that a file is read by fits it, and which one is offered: one whose headings the file has all, if it is the only one. */
export function readProfileFacts(ctx: Pick<QueryContext, 'db'>, { summary, target, source, mapping, header, options }: ImportRecord): Facts {
  if (summary.state !== 'ready' || !source || !mapping || target === 'oneRoster') return { profile: null, suggested: null };
  const reading: Reading = { target, source, header, mapping, options };
  const all = readProfiles(ctx.db), own = all.find(({ id }) => id === summary.profile?.id);
  const [fitting, another] = all.filter(({ content }) => missingHeadings(content.columns, header).length === 0);
  const isOffered = fitting && !another && !own && !isReadBy(fitting.content, reading);
  return {
    profile: own ? { id: own.id, name: own.name, rev: own.rev, missing: missingHeadings(own.content.columns, header), isChanged: !isSameAs(own.content, reading) } : null,
    suggested: isOffered ? { id: fitting.id, name: fitting.name } : null,
  };
}
