import { z } from 'zod';
import { contract, procedureNames } from '#contract/index.ts';
import type { Procedure } from '#contract/define.ts';
import type { Door, Guard, Scope } from '#contract/define.ts';
import type { Permission } from '#contract/permissions.ts';

/** One procedure as `GET /rpc` shows it to whoever writes a script. */
export interface ProcedureDescription {
  name: string;
  kind: 'query' | 'command';
  /** True: answers `{jobId}` at once; follow it with `jobs.get`. */
  job: boolean;
  permission: Guard;
  /** Asked for instead of `permission` when the input's `id` is null; null where that makes no difference. */
  creates: Permission | null;
  scope: Scope;
  doors: readonly Door[];
  /** True: asks for `auth.confirm` when the password was not given lately. */
  sensitive: boolean;
  input: z.core.JSONSchema.BaseSchema;
  output: z.core.JSONSchema.BaseSchema;
}

function describe(name: string, procedure: Procedure): ProcedureDescription {
  const command = procedure.kind === 'command' ? procedure : null;
  return {
    name,
    kind: procedure.kind,
    job: command?.job === true,
    permission: procedure.permission,
    creates: command?.creates ?? null,
    scope: procedure.scope,
    doors: procedure.doors,
    sensitive: command?.sensitive === true,
    input: z.toJSONSchema(procedure.input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(procedure.output, { io: 'output', unrepresentable: 'any' }),
  };
}

let described: { procedures: ProcedureDescription[] } | null = null;

/** Everything that can be called, with JSON Schemas; made once, at the first request. */
export function describeContract(): { procedures: ProcedureDescription[] } {
  described ??= { procedures: procedureNames.map((name) => describe(name, contract[name])) };
  return described;
}
