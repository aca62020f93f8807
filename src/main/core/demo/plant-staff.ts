import { foldText, sortKeyOf } from '../search/rules-fold.ts';
import { greekToLatin } from '#contract/transliterate.ts';
import { grant, person, staff, user } from '../store/schema/index.ts';
import { demoAccounts } from './accounts.ts';
import { coursesOf, departments } from './courses.ts';
import { familyNames } from './names-family.ts';
import { boysNames, girlsNames } from './names-given.ts';
import type { Planter } from './planter.ts';
import type { PlantedSchool } from './plant-school.ts';
import { feminineFamily } from './rules-family-name.ts';
import type { Random } from './rules-random.ts';
import { divisionsPerLevel, levels } from './rules-stays.ts';

/** A teacher with the key of the staff record. */
export interface PlantedTeacher { id: string; department: string }

/** The departments of the two accounts that see a part of the school only. */
const departmentOf = { head: 'ΟΙΚ', teacher: 'ΜΑΘ' } as const;
const weeklyHoursOfTeacher = 19;

/** Writes the accounts with their grants, and the teachers: as many in each department as its weekly hours need. */
export function plantStaff(planter: Planter, random: Random, school: PlantedSchool, passwordHash: string): PlantedTeacher[] {
  const userIds = plantUsers(planter, school, passwordHash);
  const teachers: PlantedTeacher[] = [];
  for (const { code: department } of departments) {
    const accounts = demoAccounts.filter(({ username }) => (username === 'head' || username === 'teacher') && departmentOf[username] === department);
    const needed = Math.ceil(hoursOf(department) / weeklyHoursOfTeacher) + 1;
    for (let index = 0; index < needed; index += 1) {
      const account = accounts[index];
      const [givenEl = '', familyEl = ''] = account?.displayName.split(' ') ?? inventName(random);
      const personId = planter.plant(person, {
        familyEl, givenEl, familyLatin: greekToLatin(familyEl), givenLatin: greekToLatin(givenEl), sortKey: sortKeyOf(familyEl, givenEl),
      });
      const userId = account ? userIds.get(account.username) ?? null : null;
      const id = planter.plant(staff, {
        personId, userId, departmentId: school.departmentIds.get(department) ?? null, code: `${department}${String(index + 1).padStart(2, '0')}`,
      });
      teachers.push({ id, department });
    }
  }
  return teachers;
}

function plantUsers({ plant }: Planter, school: PlantedSchool, passwordHash: string): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { username, displayName, role, scope } of demoAccounts) {
    const userId = plant(user, {
      username, usernameKey: foldText(username), displayName, passwordHash, language: 'el', theme: 'system', idleMinutes: 15,
    });
    plant(grant, { userId, role, scope, orgId: scope === 'department' ? school.departmentIds.get(departmentOf.head) ?? null : null });
    ids.set(username, userId);
  }
  return ids;
}

function inventName(random: Random): [given: string, family: string] {
  const family = random.pick(familyNames);
  return random.chance(0.62) ? [random.pick(girlsNames).formal, feminineFamily(family)] : [random.pick(boysNames).formal, family];
}

/** Lessons a week that a department gives to all divisions of the school. */
function hoursOf(department: string): number {
  const divisions = levels.flatMap((level) => Array.from({ length: divisionsPerLevel }, (_, i) => `${level}${i + 1}`));
  return divisions.flatMap(coursesOf).filter((plan) => plan.department === department).reduce((sum, plan) => sum + plan.weeklyHours, 0);
}
