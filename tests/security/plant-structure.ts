import * as tables from '../../src/main/core/store/schema/index.ts';
import type { Writer } from '../../src/main/core/store/writer.ts';
import { sortKeyOf } from '../../src/main/core/search/index.ts';
import type { PlantedSchool } from './school.ts';

type School = Pick<PlantedSchool, 'plant' | 'teaching' | 'environment'>;
let years = 2100;
const yearDraft = (label: string) => ({ label, startDate: `${(years += 1)}-09-11`, endDate: `${years}-12-20` });
const yearDates = (school: School, id: string) =>
  school.environment.reader.get<{ startDate: string; endDate: string }>('SELECT startDate, endDate FROM academic_year WHERE id = ?', [id]) ?? { startDate: '', endDate: '' };
const plant = (write: (db: Writer, school: School, name: string) => string) => (school: School, name: string): string => school.plant((db) => write(db, school, name));

const year = plant((db, _school, label) => db.insert(tables.academicYear, { ...yearDraft(label), status: 'planned' }));
const course = plant((db, _school, code) => db.insert(tables.course, { code, nameEl: code, nameEn: code }));
const section = plant((db, { teaching }, code) =>
  db.insert(tables.section, { courseId: db.insert(tables.course, { code, nameEl: code, nameEn: code }), yearId: teaching.yearId, code, level: 'Α', division: code }));
const meetingDraft = (sectionId: string) => ({ sectionId, weekday: 2, period: 1, startTime: '08:15', endTime: '09:00' });

/** New records of the school's structure, for calls that use them up. */
export const structure = {
  yearDraft, year, course, section, meetingDraft,
  termDraft: (yearId: string) => ({ yearId, type: 'term' as const, nameEl: 'Τρίμηνο', nameEn: 'Term', startDate: `${years}-09-11`, endDate: `${years}-12-20` }),
  term: (school: School, name: string) => {
    const yearId = year(school, name);
    return school.plant((db) => db.insert(tables.term, { yearId, type: 'term', nameEl: name, nameEn: name, ...yearDates(school, yearId) }));
  },
  department: plant((db, { teaching }, name) => db.insert(tables.org, { type: 'department', parentId: teaching.schoolId, nameEl: name, nameEn: name })),
  staff: plant((db, _school, name) => db.insert(tables.staff, {
    personId: db.insert(tables.person, { familyEl: name, givenEl: 'Όνομα', sortKey: sortKeyOf(name, 'Όνομα') }),
  })),
  homeroom: plant((db, { teaching }, division) => db.insert(tables.homeroom, { yearId: teaching.yearId, level: 'Α', division })),
  sectionDraft: (school: School, code: string) => ({ courseId: course(school, code), yearId: school.teaching.yearId, code }),
  meeting: (school: School, name: string) => {
    const sectionId = section(school, name);
    return school.plant((db) => db.insert(tables.meeting, meetingDraft(sectionId)));
  },
};

/** The section that is within the caller's scope, or the one that is not. */
export const sectionOf = ({ school, isInside }: { school: School; isInside: boolean }): string => (isInside ? school.teaching.ownSection : school.teaching.otherSection);
