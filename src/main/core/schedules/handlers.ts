import { RollbookError } from '#contract/errors.ts';
import type { Parsed } from '#contract/index.ts';
import { holdsForSchool } from '../access/index.ts';
import { touchNoBetter } from '../access/give-no-more.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { schedule } from '../store/schema/index.ts';
import { refuseOwnFolder } from './deliver.ts';
import { readMailServer } from './mail-settings.ts';
import { readRuns } from './repo-runs.ts';
import { forgetSecret, hasSecret, keepSecret } from './repo-secrets.ts';
import { columnsOf, readSchedule, readSchedules } from './repo.ts';
import { nextRun } from './rules-next-run.ts';
import { runSchedule } from './run.ts';

const need = (ctx: Pick<QueryContext, 'db'>, id: string) => {
  const found = readSchedule(ctx.db, id);
  if (!found) throw new RollbookError('notFound');
  return found;
};

/** Whoever saves a schedule answers for it: it runs as themselves, or, if they give roles anyhow, as somebody who may do no more than they. */
function checkRunAs(ctx: CommandContext, runAs: string): void {
  if (runAs === ctx.userId()) return;
  if (!ctx.access || !holdsForSchool(ctx.access, 'users:administer')) throw new RollbookError('refused', { messageKey: 'runAsOther' });
  touchNoBetter(ctx, runAs);
}

function checkForm(ctx: CommandContext, { schedule: draft, password, id }: Parsed<'schedules.save'>): void {
  const wrong = (path: string, messageKey: string) => new RollbookError('invalidInput', { fields: [{ path: `schedule.${path}`, messageKey }] });
  if (nextRun(draft.when, draft.timeZone, ctx.now) === null) throw wrong('when.expression', 'neverDue');
  if (draft.target.kind === 'folder') refuseOwnFolder(ctx, draft.target.folder);
  if (draft.encrypt && password === null && (id === null || !hasSecret(ctx.db, `schedule/${id}`))) {
    throw new RollbookError('invalidInput', { fields: [{ path: 'password', messageKey: 'required' }] });
  }
}

/** Exports that run by themselves. */
export const scheduleHandlers: Handlers<Named<'schedules'>> = {
  'schedules.list': (ctx) => ({
    schedules: readSchedules(ctx.db), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, hasMail: readMailServer(ctx.db).server !== null,
  }),
  'schedules.get': (ctx, input) => need(ctx, input.id),
  'schedules.save'(ctx, input) {
    checkRunAs(ctx, input.schedule.runAs);
    checkForm(ctx, input);
    const columns = columnsOf(input.schedule);
    const saved = input.id === null ? { id: ctx.db.insert(schedule, columns), rev: 1 } : { id: input.id, rev: ctx.db.update(schedule, input.id, columns, input.rev) };
    if (!input.schedule.encrypt) forgetSecret(ctx.db, `schedule/${saved.id}`);
    else if (input.password !== null) keepSecret(ctx.db, `schedule/${saved.id}`, input.password);
    return saved;
  },
  'schedules.remove'(ctx, input) {
    ctx.db.remove(schedule, input.id, input.rev);
    return {};
  },
  'schedules.runNow': prepared({
    prepare: (ctx, input) => runSchedule(ctx, input.id),
    run: (_ctx, _input, run) => run,
  }),
  'schedules.runs'(ctx, input) {
    need(ctx, input.id);
    return readRuns(ctx.db, input.id, input);
  },
};
