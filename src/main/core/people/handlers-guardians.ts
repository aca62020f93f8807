import { RollbookError } from '#contract/errors.ts';
import { relations } from '#contract/people.ts';
import { z } from 'zod';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { guardianLink } from '../store/schema/index.ts';
import { needStudent } from './need-student.ts';
import { readContacts, writeContacts } from './repo-contacts.ts';
import { ownerOf, readGuardians } from './repo-family.ts';
import { findGuardians, readChildren, readGuardiansOf, isGuardianWithin } from './repo-guardians.ts';
import { readStudentPage } from './repo-list.ts';
import { readNoContact } from './repo-no-contact.ts';
import { insertPerson, updatePerson } from './repo-students.ts';

const relationForm = z.enum(relations);
const mostFound = 12;

/** Who stands behind a student: entered, linked, put in order. A guardian of several children is one person. */
export const guardianHandlers: Handlers<Named<'guardians'>> = {
  'guardians.list'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const rows = readGuardians(ctx.db, studentId);
    const children = readChildren(ctx.db, rows.map(({ personId }) => personId), ctx.rows());
    const barred = new Set(readNoContact(ctx.db, [studentId], localDate(ctx.now)).get(studentId)?.map(({ guardianId }) => guardianId));
    return {
      guardians: rows.map(({ personId, relation, ...row }) => {
        const { email, phone, mobile } = readContacts(ctx.db, personId);
        return {
          ...row, relation: relationForm.parse(relation), email, phone, mobile, isBarred: barred.has(row.id),
          custody: row.custody === 1, mayPickUp: row.mayPickUp === 1, noContact: row.noContact === 1, receivesReports: row.receivesReports === 1,
          otherChildren: children.get(personId)?.filter((child) => child.studentId !== studentId) ?? [],
        };
      }),
    };
  },
  'guardians.ofStudents'(ctx, input) {
    const { total, rows: students } = readStudentPage(ctx.db, input.filter, input.order, ctx.rows(), input);
    const ids = students.map(({ id }) => id);
    const byId = new Map(students.map((student) => [student.id, student]));
    const rows = readGuardiansOf(ctx.db, ids);
    const children = readChildren(ctx.db, [...new Set(rows.map(({ personId }) => personId))], ctx.rows());
    const barred = readNoContact(ctx.db, ids, localDate(ctx.now));
    return {
      total,
      rows: rows.flatMap(({ personId, ...row }) => {
        const student = byId.get(row.studentId);
        return student ? [{
          ...row, relation: relationForm.parse(row.relation), custody: row.custody === 1, mayPickUp: row.mayPickUp === 1, receivesReports: row.receivesReports === 1,
          studentNo: student.studentNo, studentFamilyEl: student.familyEl, studentGivenEl: student.givenEl, level: student.level, division: student.division,
          isBarred: barred.get(row.studentId)?.some(({ guardianId }) => guardianId === row.id) ?? false,
          otherChildren: children.get(personId)?.filter(({ studentId }) => studentId !== row.studentId) ?? [],
        }] : [];
      }),
    };
  },
  'guardians.save'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const { relation, priority, custody, mayPickUp, noContact, receivesReports, noContactNote, noContactUntil, email, phone, mobile, ...names } = input.guardian;
    const order = noContact ? { noContactNote, noContactUntil } : { noContactNote: null, noContactUntil: null };
    const link = { relation, priority, custody, mayPickUp, noContact, receivesReports, ...order };
    const find = (id: string) => readGuardians(ctx.db, studentId).find((row) => row.id === id);
    const today = localDate(ctx.now);
    let { id } = input;
    if (id === null) {
      const personId = insertPerson(ctx.db, names);
      writeContacts(ctx.db, personId, { email, phone, mobile }, today);
      id = ctx.db.insert(guardianLink, { studentId, personId, ...link });
    } else {
      const row = find(id);
      if (!row) throw new RollbookError('notFound');
      if (input.rev !== row.rev) throw new RollbookError('conflict');
      updatePerson(ctx.db, row.personId, names);
      writeContacts(ctx.db, row.personId, { email, phone, mobile }, today);
      ctx.db.update(guardianLink, id, link);
    }
    return { id, rev: find(id)?.rev ?? 1 };
  },
  'guardians.remove'(ctx, input) {
    const studentId = needStudent(ctx, ownerOf(ctx.db, 'guardian_link', input.id));
    const row = readGuardians(ctx.db, studentId).find(({ id }) => id === input.id);
    if (row?.rev !== input.rev) throw new RollbookError('conflict');
    // The person stays: a sibling may have the same guardian.
    ctx.db.remove(guardianLink, input.id);
    return {};
  },
  'guardians.search'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const scope = ctx.rows();
    const linked = new Set(readGuardians(ctx.db, studentId).map(({ personId }) => personId));
    const found = findGuardians(ctx.db, input.text, scope, mostFound + linked.size).filter(({ personId }) => !linked.has(personId)).slice(0, mostFound);
    const children = readChildren(ctx.db, found.map(({ personId }) => personId), scope);
    return {
      found: found.map(({ sortKey: _order, ...person }) => ({ ...person, mobile: readContacts(ctx.db, person.personId).mobile, children: children.get(person.personId) ?? [] })),
    };
  },
  'guardians.link'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const { personId } = input;
    if (!isGuardianWithin(ctx.db, personId, ctx.rows())) throw new RollbookError('notFound');
    if (readGuardians(ctx.db, studentId).some((row) => row.personId === personId)) throw new RollbookError('refused', { messageKey: 'alreadyGuardian' });
    const id = ctx.db.insert(guardianLink, { studentId, personId, noContact: false, ...input.link });
    return { id, rev: readGuardians(ctx.db, studentId).find((row) => row.id === id)?.rev ?? 1 };
  },
  'guardians.reorder'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const known = new Set(readGuardians(ctx.db, studentId).map(({ id }) => id));
    // Somebody was added or removed meanwhile: the order that was chosen leaves them out.
    if (known.size !== new Set(input.ids).size || input.ids.some((id) => !known.has(id))) throw new RollbookError('conflict');
    input.ids.forEach((id, index) => ctx.db.update(guardianLink, id, { priority: Math.min(index + 1, 9) }));
    return {};
  },
};
