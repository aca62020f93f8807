import type { ImportProblem } from '#contract/exchange.ts';
import { relations } from '#contract/people.ts';
import { perform } from '../../kernel/perform.ts';
import { peopleHandlers, readGuardians } from '../../people/index.ts';
import { foldText, sortKeyOf } from '../../search/index.ts';
import { changedCells, newCells, type RecordTarget } from '../record-plan.ts';
import { samePhone } from '../rules/parse-contact.ts';
import type { RecordValues } from '../rules/record-values.ts';
import { ofStudents } from './of-students.ts';
import { findGuardian, readLinksOf, type KnownLink } from './repo-targets.ts';

const fields = ['guardianFamily', 'guardianGiven', 'guardianRelation', 'guardianPhone', 'guardianMobile', 'guardianEmail', 'priority', 'custody', 'mayPickUp', 'receivesReports'] as const;
const flagOf = (text: string | undefined, known: number | undefined, usual = true) => (text === undefined ? (known === undefined ? usual : known === 1) : text === '1');

/** A number that the school has in another spelling, or as the other kind of telephone, is no change. */
function withKnownPhones(values: RecordValues, link: KnownLink | undefined): RecordValues {
  const known = [link?.phone, link?.mobile].filter((phone) => phone != null);
  const isKnown = (said: string | undefined) => said !== undefined && known.some((phone) => samePhone(phone, said));
  return {
    ...values, guardianPhone: isKnown(values.guardianPhone) ? link?.phone ?? undefined : values.guardianPhone,
    guardianMobile: isKnown(values.guardianMobile) ? link?.mobile ?? undefined : values.guardianMobile,
  };
}

/** Who stands behind a student, one guardian a row. The same guardian of brothers and sisters is one person. */
export const guardians: RecordTarget = {
  key: 'guardians',
  needsYear: false,
  resolve: (ctx, rows, around) => ofStudents(ctx, rows, around, (found) => {
    const links = readLinksOf(ctx.db, found.map(({ studentId }) => studentId));
    return found.map(({ values: read, studentId, label }) => {
      const name = foldText(`${read.guardianFamily ?? ''} ${read.guardianGiven ?? ''}`);
      const own = links.filter((link) => link.studentId === studentId);
      const link = own.find(({ familyEl, givenEl }) => foldText(`${familyEl} ${givenEl}`) === name);
      const values = withKnownPhones(read, link);
      const problems: ImportProblem[] = [];
      const relation = relations.find((each) => each === values.guardianRelation) ?? relations.find((each) => each === link?.relation) ?? 'guardian';
      const facts = {
        relation, priority: values.priority === undefined ? link?.priority ?? Math.min(9, own.length + 1) : Math.min(9, Math.max(1, Number(values.priority))),
        custody: flagOf(values.custody, link?.custody), mayPickUp: flagOf(values.mayPickUp, link?.mayPickUp), receivesReports: flagOf(values.receivesReports, link?.receivesReports),
      };
      return {
        label: `${label}: ${read.guardianFamily ?? ''} ${read.guardianGiven ?? ''}`, studentId, key: `${studentId} ${name}`, isNew: !link, problems, notes: [],
        cells: link
          ? changedCells(values, {
            guardianRelation: link.relation, guardianPhone: link.phone ?? '', guardianMobile: link.mobile ?? '', guardianEmail: link.email ?? '',
            priority: String(link.priority), custody: String(link.custody), mayPickUp: String(link.mayPickUp), receivesReports: String(link.receivesReports),
          })
          : newCells(values, fields),
        write: (command) => {
          const contacts = [values.guardianPhone, values.guardianMobile, values.guardianEmail].filter((each) => each !== undefined);
          const sibling = link ? undefined : findGuardian(command.db, sortKeyOf(values.guardianFamily ?? '', values.guardianGiven ?? ''), contacts);
          if (sibling) {
            perform('guardians.link', peopleHandlers['guardians.link'], command, { studentId, personId: sibling, link: facts });
            return;
          }
          perform('guardians.save', peopleHandlers['guardians.save'], command, {
            studentId, id: link?.linkId ?? null, rev: readGuardians(command.db, studentId).find(({ id }) => id === link?.linkId)?.rev ?? null,
            guardian: {
              ...facts, familyEl: link?.familyEl ?? values.guardianFamily ?? '', givenEl: link?.givenEl ?? values.guardianGiven ?? '',
              familyLatin: link?.familyLatin ?? null, givenLatin: link?.givenLatin ?? null,
              noContact: link?.noContact === 1, noContactNote: link?.noContactNote ?? null, noContactUntil: link?.noContactUntil ?? null,
              phone: values.guardianPhone ?? link?.phone ?? null, mobile: values.guardianMobile ?? link?.mobile ?? null, email: values.guardianEmail ?? link?.email ?? null,
            },
          });
        },
      };
    });
  }),
};
