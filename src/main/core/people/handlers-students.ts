import { RollbookError } from '#contract/errors.ts';
import { z } from 'zod';
import { studentStatuses } from '#contract/people.ts';
import { saveEnrolment } from '../enrolment/index.ts';
import { permissionsOf } from '../access/index.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { readYears } from '../settings/index.ts';
import { student } from '../store/schema/index.ts';
import { readEnrolments } from './repo-family.ts';
import { readNoContact } from './repo-no-contact.ts';
import { readFacets, readStudentPage } from './repo-list.ts';
import { findByNumber, insertStudent, readRev, readStudent, updatePerson } from './repo-students.ts';
import { readContacts, writeContacts } from './repo-contacts.ts';
import { needStudent } from './need-student.ts';

const statusForm = z.enum(studentStatuses);
const taken = () => new RollbookError('invalidInput', { fields: [{ path: 'details.studentNo', messageKey: 'studentNoTaken' }] });

/** Students: list, profile, create, edit, archive. */
export const studentHandlers: Handlers<Named<'students'>> = {
  'students.list'(ctx, input) {
    const { total, rows } = readStudentPage(ctx.db, input.filter, input.order, ctx.rows(), input);
    const barred = ctx.access && permissionsOf(ctx.access).includes('guardians:view') ? readNoContact(ctx.db, rows.map(({ id }) => id), localDate(ctx.now)) : null;
    return { total, rows: rows.map((row) => ({ ...row, noContact: barred?.has(row.id) ?? false })) };
  },
  'students.facets'(ctx, input) {
    const rows = readFacets(ctx.db, ctx.rows(), input.asOf);
    const levels = new Map<string, number>();
    for (const row of rows) levels.set(row.level, (levels.get(row.level) ?? 0) + row.students);
    return {
      levels: [...levels].map(([level, students]) => ({ level, students })),
      divisions: rows.flatMap((row) => (row.division === null ? [] : [{ level: row.level, division: row.division, students: row.students }])),
      years: readYears(ctx.db),
    };
  },
  'students.get'(ctx, input) {
    needStudent(ctx, input.id);
    const row = readStudent(ctx.db, input.id);
    if (!row) throw new RollbookError('notFound');
    const { id, rev, personId, status, archivedAt, directoryOptOut, createdAt, updatedAt, updatedBy, ...names } = row;
    return {
      id, rev, status: statusForm.parse(status), archivedAt, directoryOptOut: directoryOptOut === 1, createdAt, updatedAt, updatedBy,
      details: { ...names, ...readContacts(ctx.db, personId) },
      enrolments: readEnrolments(ctx.db, id),
    };
  },
  'students.create'(ctx, input) {
    if (findByNumber(ctx.db, input.details.studentNo)) throw taken();
    const id = insertStudent(ctx.db, input.details, localDate(ctx.now));
    // Enrolling along with it is enrolling: it needs what that needs.
    if (input.enrolment) saveEnrolment(ctx, { studentId: needStudent(ctx, id, 'enrolments:create'), id: null, rev: null, enrolment: input.enrolment });
    return { id, rev: readRev(ctx.db, id) };
  },
  'students.update'(ctx, input) {
    needStudent(ctx, input.id);
    const { details } = input;
    const row = readStudent(ctx.db, input.id);
    if (!row) throw new RollbookError('notFound');
    if (row.rev !== input.rev) throw new RollbookError('conflict');
    const holder = findByNumber(ctx.db, details.studentNo);
    if (holder && holder.id !== input.id) throw taken();
    const { fatherEl, motherEl, preferred, birthDate, sex, nationalId } = details;
    updatePerson(ctx.db, row.personId, details, { fatherEl, motherEl, preferred, birthDate, sex, nationalId });
    writeContacts(ctx.db, row.personId, details, localDate(ctx.now));
    ctx.db.update(student, input.id, { studentNo: details.studentNo });
    return { id: input.id, rev: readRev(ctx.db, input.id) };
  },
  'students.archive'(ctx, input) {
    for (const id of input.ids) {
      needStudent(ctx, id);
      ctx.db.update(student, id, { archivedAt: ctx.now });
    }
    return { archived: input.ids.length };
  },
  'students.unarchive'(ctx, input) {
    for (const id of input.ids) {
      needStudent(ctx, id);
      ctx.db.update(student, id, { archivedAt: null });
    }
    return { restored: input.ids.length };
  },
};
