import type { z } from 'zod';
import { structureProcedures } from './academics.ts';
import { accessProcedures } from './access.ts';
import { accountProcedures } from './accounts.ts';
import { customFieldProcedures } from './custom-fields.ts';
import { attendanceProcedures } from './attendance.ts';
import { auditProcedures } from './audit.ts';
import { conductProcedures } from './conduct.ts';
import type { Procedure } from './define.ts';
import { disclosureProcedures } from './disclosures.ts';
import { enrolmentProcedures } from './enrolment.ts';
import { duplicateProcedures } from './duplicates.ts';
import { documentProcedures } from './documents.ts';
import { exchangeProcedures } from './exchange.ts';
import { exportProcedures } from './exports.ts';
import { familyProcedures } from './family.ts';
import { gradingProcedures } from './grading.ts';
import { historyProcedures } from './history.ts';
import { importProfileProcedures } from './import-profiles.ts';
import { officeProcedures } from './office.ts';
import { peopleProcedures } from './people.ts';
import { privacyProcedures } from './privacy.ts';
import { resultProcedures } from './results.ts';
import { roleProcedures } from './roles.ts';
import { rolloverProcedures } from './rollover.ts';
import { scheduleProcedures } from './schedules.ts';
import { searchProcedures } from './search.ts';
import { sectionProcedures } from './sections.ts';
import { backupProcedures, setupProcedures } from './setup.ts';
import { visibilityProcedures } from './visibility.ts';

/** Everything the application can do. */
export const contract = {
  ...setupProcedures, ...backupProcedures, ...accessProcedures, ...accountProcedures, ...roleProcedures, ...visibilityProcedures, ...auditProcedures, ...peopleProcedures,
  ...searchProcedures, ...historyProcedures, ...exchangeProcedures, ...importProfileProcedures, ...exportProcedures, ...officeProcedures,
  ...structureProcedures, ...sectionProcedures,
  ...enrolmentProcedures,
  ...familyProcedures, ...customFieldProcedures, ...duplicateProcedures,
  ...gradingProcedures,
  ...attendanceProcedures,
  ...documentProcedures,
  ...resultProcedures,
  ...conductProcedures, ...rolloverProcedures,
  ...disclosureProcedures, ...privacyProcedures,
  ...scheduleProcedures,
} satisfies Record<string, Procedure>;

type Contract = typeof contract;
export type ProcedureName = keyof Contract;
/** What a caller sends. */
export type Input<K extends ProcedureName> = z.input<Contract[K]['input']>;
/** What a handler receives: parsed, with defaults. */
export type Parsed<K extends ProcedureName> = z.output<Contract[K]['input']>;
/** What a handler returns and, jobs aside, the caller gets. */
export type Output<K extends ProcedureName> = z.output<Contract[K]['output']>;
export type IsJob<K extends ProcedureName> = Contract[K] extends { kind: 'command'; job?: infer J } ? (true extends J ? true : false) : false;
export type JobName = { [K in ProcedureName]: IsJob<K> extends true ? K : never }[ProcedureName];
/** What a door answers: a job answers at once with its id. */
export type CallResult<K extends ProcedureName> = IsJob<K> extends true ? { jobId: string } : Output<K>;

/** Looks a name up; undefined for anything that is not a procedure. */
export function findProcedure(name: string): (Procedure & { name: ProcedureName }) | undefined {
  return Object.hasOwn(contract, name) ? { ...contract[name as ProcedureName], name: name as ProcedureName } as Procedure & { name: ProcedureName } : undefined;
}
export const procedureNames = Object.keys(contract) as ProcedureName[];
