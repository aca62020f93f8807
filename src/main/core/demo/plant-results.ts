import { bandOf, listYearLines } from '../results/index.ts';
import { otherScales } from '../setup/starting-scales.ts';
import { greekScale } from '../setup/starting-data.ts';
import { scale, scaleBand, transcriptLine } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import { courses } from './courses.ts';
import type { Planter } from './planter.ts';
import type { PlantedSchool } from './plant-school.ts';
import type { PlantedStudent } from './plant-students.ts';
import { createRandom, type Random } from './rules-random.ts';
import { levels } from './rules-stays.ts';

const seed = 1_940;
const formerSchools = ['2ο Γενικό Λύκειο Δυτικής Όχθης', '1ο Γενικό Λύκειο Νέας Ανατολής', '5ο Γενικό Λύκειο Λευκής Πέτρας'];

/** Writes the scales besides the Greek one, the transcripts of the closed years of those who are still there, and what others brought from another school. */
export function plantResults(db: Writer, planter: Planter, school: PlantedSchool, students: readonly PlantedStudent[], today: string): void {
  const random = createRandom(seed);
  for (const { bands, ...row } of otherScales) {
    const scaleId = planter.plant(scale, row);
    for (const band of bands) planter.plant(scaleBand, { scaleId, ...band });
  }
  const present = new Set(students.filter(({ plan }) => plan.stays.at(-1)?.to === null).map(({ id }) => id));
  for (const year of school.years.filter(({ plan }) => plan.status === 'closed')) {
    for (const line of listYearLines(db, { id: year.id, label: year.plan.label }, today)) {
      if (present.has(line.studentId)) planter.plant(transcriptLine, line);
    }
  }
  for (const student of students) if (present.has(student.id)) plantTransferred(planter, random, school, student);
}

/** The years before a transfer, as the other school's papers say them: general courses only, marks to one decimal. */
function plantTransferred({ plant }: Planter, random: Random, school: PlantedSchool, { id: studentId, plan }: PlantedStudent): void {
  const first = plan.stays[0];
  if (first?.entryCode !== 'transfer') return;
  const schoolName = random.pick(formerSchools);
  const entered = levels.findIndex((level) => level === first.level);
  levels.slice(0, Math.max(0, entered)).forEach((level, index) => {
    const start = Number(school.years[first.yearIndex]?.plan.label.slice(0, 4)) - (entered - index);
    for (const course of courses.filter((one) => one.level === level && !one.groups)) {
      const value = Math.round(Math.min(20, Math.max(9.5, random.normal(plan.aptitude + course.lift, 1.3))) * 10) / 10;
      const band = bandOf(greekScale, value);
      plant(transcriptLine, {
        studentId, yearLabel: `${start}-${String((start + 1) % 100).padStart(2, '0')}`, level, courseCode: course.code, titleEl: course.nameEl, titleEn: course.nameEn,
        credits: course.weeklyHours, hours: course.weeklyHours, value, gradeEl: band?.labelEl ?? '', gradeEn: band?.labelEn ?? '',
        gradePoints: band?.gradePoints ?? null, passed: true, isExternal: true, schoolName,
      });
    }
  });
}
