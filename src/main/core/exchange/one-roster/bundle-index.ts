import type { BundleFile } from '#contract/oneroster.ts';
import { splitList } from '../../oneroster/index.ts';
import type { Cells } from '../rules/detect-header.ts';
import { recordAt, type BundleGrid } from './read-bundle-grid.ts';

export type BundleValues = Readonly<Record<string, string>>;
export type UserKind = 'student' | 'staff' | 'guardian';
const guardianRoles: ReadonlySet<string> = new Set(['parent', 'guardian', 'relative']);

/** A bundle by what its records are to each other: rows of the table are looked up by their sourcedId, never held. */
export class BundleIndex {
  readonly #grid: Cells;
  readonly #places: BundleGrid['places'];
  readonly #rows = new Map<BundleFile, Map<string, number>>();
  readonly #roles = new Map<string, number[]>();
  readonly #homerooms = new Map<string, number[]>();
  readonly #agents = new Map<string, { student: string; relation: string }[]>();
  readonly #scheduledCourses = new Set<string>();
  readonly #homeroomCourses = new Set<string>();
  readonly #schools = new Map<string, number>();

  constructor(grid: Cells, places: BundleGrid['places']) {
    this.#grid = grid;
    this.#places = places;
    places.forEach((place, row) => {
      if (place) this.#take(place.file, row);
    });
    for (const rows of [...this.#roles.values(), ...this.#homerooms.values()]) rows.sort((a, b) => this.#at(a, 'beginDate').localeCompare(this.#at(b, 'beginDate')));
  }

  #take(file: BundleFile, row: number): void {
    const values = recordAt(this.#grid, row, file), { sourcedId = '' } = values;
    const rows = this.#rows.get(file) ?? new Map<string, number>();
    this.#rows.set(file, rows);
    if (!rows.has(sourcedId)) rows.set(sourcedId, row);
    if (file === 'roles') push(this.#roles, values.userSourcedId ?? '', row);
    if (file === 'classes') {
      (values.classType === 'homeroom' ? this.#homeroomCourses : this.#scheduledCourses).add(values.courseSourcedId ?? '');
      this.#schools.set(values.schoolSourcedId ?? '', (this.#schools.get(values.schoolSourcedId ?? '') ?? 0) + 1);
    }
    // Classes stand before enrolments, so that what kind a class is of is known here.
    if (file === 'enrollments' && values.role === 'student' && this.find('classes', values.classSourcedId ?? '')?.classType === 'homeroom') push(this.#homerooms, values.userSourcedId ?? '', row);
    if (file === 'users') {
      const relations = splitList(values['metadata.agentRelations'] ?? '');
      splitList(values.agentSourcedIds ?? '').forEach((agent, i) => push(this.#agents, agent, { student: sourcedId, relation: relations[i] ?? '' }));
    }
  }

  #at(row: number, column: string): string {
    const file = this.#places[row]?.file;
    return file ? recordAt(this.#grid, row, file)[column] ?? '' : '';
  }

  #recordsOf(rows: readonly number[] | undefined, file: BundleFile): BundleValues[] {
    return (rows ?? []).map((row) => recordAt(this.#grid, row, file));
  }

  /** A record by its sourcedId. */
  find(file: BundleFile, sourcedId: string): BundleValues | undefined {
    const row = this.#rows.get(file)?.get(sourcedId);
    return row === undefined ? undefined : recordAt(this.#grid, row, file);
  }

  /** The first row of a sourcedId. */
  rowOf(file: BundleFile, sourcedId: string): number {
    return this.#rows.get(file)?.get(sourcedId) ?? -1;
  }

  /** Every sourcedId of a file. */
  idsOf(file: BundleFile): string[] {
    return [...(this.#rows.get(file)?.keys() ?? [])];
  }

  /** What somebody is, earliest first. */
  rolesOf(userId: string): BundleValues[] {
    return this.#recordsOf(this.#roles.get(userId), 'roles');
  }

  /** The class divisions in which a student is, earliest first. */
  homeroomsOf(userId: string): BundleValues[] {
    return this.#recordsOf(this.#homerooms.get(userId), 'enrollments');
  }

  /** Whose guardian somebody is by the students' own rows, or by the guardian's. */
  wardsOf(guardianId: string): { student: string; relation: string }[] {
    const own = splitList(this.find('users', guardianId)?.agentSourcedIds ?? '').filter((id) => this.kindOf(id) === 'student');
    const named = this.#agents.get(guardianId) ?? [];
    return [...named, ...own.filter((id) => !named.some(({ student }) => student === id)).map((student) => ({ student, relation: '' }))];
  }

  /** What somebody is at the school first of all; null: nothing is told. */
  kindOf(userId: string): UserKind | null {
    const roles = this.rolesOf(userId).map(({ role = '' }) => role);
    if (roles.includes('student')) return 'student';
    if (roles.some((role) => role !== '' && !guardianRoles.has(role))) return 'staff';
    return roles.length > 0 || this.#agents.has(userId) ? 'guardian' : null;
  }

  /** True for a course that only stands there because the class of a division has to have one. */
  isHomeroomCourse(courseId: string): boolean {
    return this.#homeroomCourses.has(courseId) && !this.#scheduledCourses.has(courseId);
  }

  /** The year of a session, by its parents; the session itself where it has none. */
  yearOf(sessionId: string): string {
    let at = sessionId;
    // A year is not far above its terms; the bound is for bundles whose sessions go round in circles.
    for (let steps = 0; steps < 10; steps += 1) {
      const session = this.find('academicSessions', at);
      if (!session || session.type === 'schoolYear' || !session.parentSourcedId) return at;
      at = session.parentSourcedId;
    }
    return at;
  }

  /** The year that students are enrolled in: the one that runs, else the last; '' where the bundle has none. */
  mainYear(today: string): string {
    const years = this.idsOf('academicSessions').map((id) => this.find('academicSessions', id) ?? {}).filter(({ type }) => type === 'schoolYear');
    years.sort((a, b) => (a.startDate ?? '').localeCompare(b.startDate ?? ''));
    return (years.find(({ startDate = '', endDate = '' }) => startDate <= today && today <= endDate) ?? years.at(-1))?.sourcedId ?? '';
  }

  /** The school whose classes these are; of several the one that `isOurs`, else the one with the most classes. */
  school(isOurs: (org: BundleValues) => boolean): string {
    const ids = this.idsOf('orgs').filter((id) => this.find('orgs', id)?.type === 'school');
    return ids.find((id) => isOurs(this.find('orgs', id) ?? {})) ?? ids.toSorted((a, b) => (this.#schools.get(b) ?? 0) - (this.#schools.get(a) ?? 0))[0] ?? '';
  }
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
