import type { Planter } from '../../src/main/core/demo/planter.ts';
import { bellPeriods } from '../../src/main/core/setup/starting-data.ts';
import { bellPeriod, meeting, person, sectionStaff, staff } from '../../src/main/core/store/schema/index.ts';
import type { FixtureSchool } from './fixture-school.ts';

/** Lessons a week of each section, and sections of each teacher. */
const lessonsPerSection = 3;
const sectionsPerTeacher = 6;

/** Writes lesson hours, a week for every division and teachers who clash now and then. */
export function plantTimetable({ plant }: Planter, school: FixtureSchool): void {
  for (const period of bellPeriods) plant(bellPeriod, period);
  let count = 0;
  let staffId = '';
  school.divisions.forEach(({ division, sectionIds }) => sectionIds.forEach((sectionId, order) => {
    if (count % sectionsPerTeacher === 0) {
      staffId = plant(staff, { personId: plant(person, { familyEl: `Διδάσκων ${count}`, givenEl: 'Άννα', sortKey: `διδασκων ${count} αννα` }), code: `Δ${count}` });
    }
    count += 1;
    plant(sectionStaff, { sectionId, staffId, role: 'primary', startDate: school.yearStart });
    for (let n = 0; n < lessonsPerSection; n += 1) {
      const slot = order * lessonsPerSection + n;
      const period = bellPeriods[slot % bellPeriods.length];
      if (period) plant(meeting, { sectionId, weekday: Math.floor(slot / bellPeriods.length) + 1, period: period.number, startTime: period.startTime, endTime: period.endTime, room: division });
    }
  }));
}
