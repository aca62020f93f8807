import { joinWords, matches, nameOf, openPages, openRows, same, type Open } from './table.ts';

/** Opens lists of people and of what they were given. */
export const peopleOpeners = {
  students: ((ask, { filter, order }) => openPages((paging) => ask('students.list', { filter, order, ...paging }), ({ id, noContact: _mark, ...cells }) => ({ cells, students: [id] }))) satisfies Open<'students'>,
  accounts: ((ask, { table: _table, ...filter }) => openPages((paging) => ask('users.list', { ...filter, ...paging }), (row) => ({
    cells: {
      username: row.username, displayName: row.displayName, person: row.person && { el: row.person.nameEl, en: row.person.nameLatin ?? row.person.nameEl },
      grants: joinWords(row.grants.filter(({ state }) => state === 'current').map(({ roleEl, roleEn, department }) => ({ el: department ? `${roleEl} (${department.nameEl})` : roleEl, en: department ? `${roleEn} (${department.nameEn})` : roleEn }))),
      lastSignIn: row.lastSignIn, twoFactor: row.twoFactor, isDisabled: row.disabledAt !== null,
    },
    students: [],
  }))) satisfies Open<'accounts'>,
  guardians: ((ask, { filter, order }) => openPages((paging) => ask('guardians.ofStudents', { filter, order, ...paging }), ({ id: _link, studentId, otherChildren, ...cells }) => ({
    cells: { ...cells, children: joinWords(otherChildren.map((child) => { const { el, en } = nameOf(child); return { el: `${el} (${child.studentNo})`, en: `${en} (${child.studentNo})` }; })) },
    students: [studentId],
  }))) satisfies Open<'guardians'>,
  staff: (async (ask, { archived, text }) => openRows((await ask('staff.list', { archived })).staff.filter((member) => matches(text, ...Object.values(nameOf(member)), member.code)), (member) => ({
    cells: {
      code: member.code, familyEl: member.familyEl, givenEl: member.givenEl, familyLatin: member.familyLatin, givenLatin: member.givenLatin,
      department: member.departmentEl === null ? null : { el: member.departmentEl, en: member.departmentEn ?? member.departmentEl }, role: member.role, since: member.since,
      sections: member.sections, lessons: member.lessons, username: member.username,
    },
    students: [],
  }))) satisfies Open<'staff'>,
  documents: ((ask, { table: _table, ...filter }) => openPages((paging) => ask('documents.register', { ...filter, ...paging }), (row) => ({
    cells: {
      serial: row.serial, kind: row.kind, studentNo: row.studentNo, familyEl: row.familyEl, givenEl: row.givenEl, familyLatin: row.familyLatin, givenLatin: row.givenLatin,
      year: row.yearLabel === null ? null : same(row.yearLabel), term: row.termEl === null ? null : { el: row.termEl, en: row.termEn ?? row.termEl },
      issuedOn: row.issuedOn, issuedBy: row.issuedBy, status: row.status, reason: row.reason, replacedBy: row.replacedBy,
    },
    students: row.studentId === null ? [] : [row.studentId],
  }))) satisfies Open<'documents'>,
};
