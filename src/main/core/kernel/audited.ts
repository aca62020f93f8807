import { z } from 'zod';
import type { Procedure } from '#contract/define.ts';
import type { Failure } from '#contract/errors.ts';
import type { FieldClass } from '#contract/permissions.ts';
import { holdsForSchool, type Access } from '../access/access.ts';
import type { AuditFacts } from '../journal/index.ts';

/** What a call was about: the student where there is one, else the record. */
const target = z.object({ studentId: z.uuid().nullish().catch(null), id: z.uuid().nullish().catch(null), userId: z.uuid().nullish().catch(null) });

/** The record that a call was about, as far as its input says. */
export function targetOf(input: unknown): string | null {
  const parsed = target.safeParse(input);
  return parsed.success ? parsed.data.studentId ?? parsed.data.id ?? parsed.data.userId ?? null : null;
}

/**
 * What is to be written down of a refused call: what the caller may not do, and what they asked for out of their reach. A record that is not
 * there looks the same to the caller; for those whose reach ends somewhere, both are written down.
 */
export function noteRefusal(procedure: Procedure, access: Access | null, { code }: Failure, input: unknown): AuditFacts | null {
  if (!access || access.isSystem) return null;
  const { permission, scope } = procedure;
  const isOutOfReach = code === 'notFound' && scope === 'rows' && permission !== 'public' && permission !== 'signedIn' && !holdsForSchool(access, permission);
  return code === 'forbidden' || isOutOfReach ? { kind: 'denied', detail: code, targetId: targetOf(input) } : null;
}

const sensitive: readonly FieldClass[] = ['safeguarding', 'health', 'finance'];

/** What is to be written down of a call that went well: that it showed health or safeguarding, or took many records out. `shown`: classes of the fields that it showed. */
export function noteReading(procedure: Procedure, access: Access | null, input: unknown, shown: ReadonlySet<FieldClass>): AuditFacts | null {
  if (!access || access.isSystem) return null;
  if (procedure.audited === 'bulk') return { kind: 'export', detail: 'bulk', targetId: targetOf(input) };
  const fieldClass = procedure.audited ?? sensitive.find((each) => shown.has(each));
  return fieldClass ? { kind: 'sensitiveRead', detail: fieldClass, targetId: targetOf(input) } : null;
}
