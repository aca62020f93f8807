import { sortKeyOf } from '../../src/main/core/search/index.ts';
import { contactPoint, enrolment, guardianLink, person, student } from '../../src/main/core/store/schema/index.ts';
import type { Planter } from '../../src/main/core/demo/planter.ts';
import { addDays } from '../../src/main/core/demo/rules-dates.ts';
import type { Random } from '../../src/main/core/demo/rules-random.ts';
import type { FixtureSchool } from './fixture-school.ts';
import { inventNames } from './names.ts';
import type { Size } from './size.ts';

/** Writes students with contacts, a guardian or two, and a stay in the open year; returns the students' ids by division. */
export function plantPeople({ plant }: Planter, random: Random, school: FixtureSchool, size: Size): string[][] {
  const byDivision: string[][] = school.divisions.map(() => []);
  for (let i = 0; i < size.students; i += 1) {
    const { sex, ...names } = inventNames(random);
    const personId = plant(person, {
      ...names, sex, birthDate: addDays('2008-01-01', random.int(0, 1095)), sortKey: sortKeyOf(names.familyEl, names.givenEl),
    });
    const studentNo = String(100_000 + i);
    const contacts = [['email', `s${studentNo}@example.org`], ['mobile', `690 ${studentNo}`], ['address', `Ειρήνης ${i % 190}, 199 01 Ανατολή`]] as const;
    for (const [kind, value] of contacts) plant(contactPoint, { personId, kind, value });
    const studentId = plant(student, { personId, studentNo });
    const index = i % school.divisions.length;
    const division = school.divisions[index];
    if (!division) throw new Error('no division');
    plant(enrolment, {
      studentId, orgId: school.orgId, yearId: school.yearId, level: division.level, division: division.division, entryDate: school.yearStart,
      lastAttendedDate: random.chance(0.02) ? addDays(school.yearStart, 30) : null,
    });
    byDivision[index]?.push(studentId);
    const guardians = random.chance(0.5) ? 2 : 1;
    for (let priority = 1; priority <= guardians; priority += 1) {
      const { sex: _sex, fatherEl: _father, motherEl: _mother, ...own } = inventNames(random);
      const guardianId = plant(person, { ...own, sortKey: sortKeyOf(own.familyEl, own.givenEl) });
      plant(contactPoint, { personId: guardianId, kind: 'mobile', value: `691 ${studentNo}${priority}` });
      plant(guardianLink, {
        studentId, personId: guardianId, relation: priority === 1 ? 'mother' : 'father', priority,
        custody: true, mayPickUp: true, noContact: false, receivesReports: true,
      });
    }
  }
  return byDivision;
}
