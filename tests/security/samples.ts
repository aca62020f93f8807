import type { Input, ProcedureName } from '#contract/index.ts';
import type { Aim } from './sample-records.ts';
import { accessSamples } from './samples-access.ts';
import { auditSamples } from './samples-audit.ts';
import { officeSamples } from './samples-office.ts';
import { peopleSamples } from './samples-people.ts';
import { privacySamples } from './samples-privacy.ts';
import { scheduleSamples } from './samples-schedules.ts';
import { schoolSamples } from './samples-school.ts';
import { teachingSamples } from './samples-teaching.ts';

export type { Aim } from './sample-records.ts';
export type Samples = { [K in ProcedureName]: (aim: Aim) => Input<K> | Promise<Input<K>> };

/** A well-formed call of every procedure, on new records where a call uses them up. A procedure without one does not compile. */
export const samples: Samples = { ...accessSamples, ...auditSamples, ...officeSamples, ...peopleSamples, ...privacySamples, ...scheduleSamples, ...schoolSamples, ...teachingSamples };
