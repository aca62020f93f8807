import { foldText } from '../../search/index.ts';
import { academicHandlers } from '../../academics/index.ts';
import { perform } from '../../kernel/perform.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { readCourses, readDivisions, readSections, readTerms, records, splitList } from '../../oneroster/index.ts';
import { readYears } from '../../settings/index.ts';
import type { Reader } from '../../store/reader.ts';
import { refusedMeaning, type Meaning } from '../record-plan.ts';
import { findByName } from '../targets/find-by-name.ts';
import { readCourses as readCourseDetails, readDepartments, readSections as readSectionDetails, readTermsOf } from '../targets/repo-targets.ts';
import { problem } from '../rules/values.ts';
import { readRootTerms } from './repo-assessments.ts';
import { changesOf, keptMeaning, newOf, noReference, sameMeaning, type BundleAround, type Item, type Resolve } from './bundle-plan.ts';

const termTypes = ['semester', 'term', 'gradingPeriod'] as const;
const sessionColumns = ['title', 'type', 'startDate', 'endDate'], courseColumns = ['title', 'courseCode', 'grades', 'metadata.titleEn', 'metadata.credits', 'metadata.ects', 'metadata.weeklyHours'];
const classColumns = ['classCode', 'grades', 'location', 'metadata.division', 'metadata.capacity'];
const numberOr = (text: string | undefined, usual: number | null) => (text ? Number(text) : usual);

/** Days that two stretches share; 0 for none. */
const shared = (a: { startDate: string; endDate: string }, b: { startDate?: string; endDate?: string }) => {
  const from = a.startDate > (b.startDate ?? '') ? a.startDate : b.startDate ?? '', until = a.endDate < (b.endDate ?? '') ? a.endDate : b.endDate ?? '';
  return from > until ? 0 : (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
};

/** Years and terms. Those that the school has stay as they are: its calendar is its own. */
export const resolveSessions: Resolve = (db, items, bundle) => {
  const years = readYears(db);
  return items.map(({ id, values, isGone }): Meaning => {
    const label = values.title ?? '';
    if (isGone) return keptMeaning(label || id);
    return values.type === 'schoolYear' ? yearMeaning(id, values, bundle, years) : termMeaning(db, id, values, bundle);
  });
};

function yearMeaning(id: string, values: Item['values'], bundle: BundleAround, years: ReturnType<typeof readYears>): Meaning {
  const { title = '', startDate = '', endDate = '' } = values;
  const candidates = bundle.candidates('academicSessions', id);
  const own = years.find((year) => candidates.includes(year.id)) ?? years.find((year) => year.label === title) ?? years.find((year) => shared(year, values) > 90);
  bundle.settle('academicSessions', id, own?.id ?? null);
  if (own) return sameMeaning(title, own.startDate === startDate && own.endDate === endDate ? [] : [problem('bundleDatesKept', null, { from: own.startDate, to: own.endDate })]);
  return {
    label: title, studentId: null, key: `year ${title}`, isNew: true, cells: newOf(values, sessionColumns), problems: [], notes: [],
    write(ctx) {
      const year = perform('years.save', academicHandlers['years.save'], ctx, { year: { label: title.slice(0, 20), startDate, endDate } });
      // The year's own term holds the others: a grade of the year is made of theirs.
      perform('terms.save', academicHandlers['terms.save'], ctx, { term: { yearId: year.id, parentId: null, type: 'year', nameEl: 'Σχολικό έτος', nameEn: 'School year', startDate, endDate } });
      if (!years.some(({ status }) => status === 'open')) perform('years.setStatus', academicHandlers['years.setStatus'], ctx, { id: year.id, rev: year.rev, status: 'open' });
      bundle.written(ctx, 'academicSessions', id, year.id);
    },
  };
}

function termMeaning(db: Reader, id: string, values: Item['values'], bundle: BundleAround): Meaning {
  const { title = '', startDate = '', endDate = '', parentSourcedId = '' } = values;
  const type = termTypes.find((each) => each === values.type) ?? 'term';
  const yearKey = bundle.index.yearOf(id), yearId = bundle.own('academicSessions', yearKey);
  if (yearId === undefined || yearKey === id) return refusedMeaning(title, [noReference('parentSourcedId', parentSourcedId)]);
  const terms = yearId === null ? [] : readTerms(db, { yearId });
  const candidates = bundle.candidates('academicSessions', id);
  const own = terms.find((term) => candidates.includes(term.id)) ?? terms.find((term) => foldText(term.nameEl) === foldText(title))
    ?? terms.filter((term) => term.type === type && shared(term, values) > 0).toSorted((a, b) => shared(b, values) - shared(a, values))[0];
  bundle.settle('academicSessions', id, own?.id ?? null);
  if (own) return sameMeaning(title, own.startDate === startDate && own.endDate === endDate ? [] : [problem('bundleDatesKept', null, { from: own.startDate, to: own.endDate })]);
  return {
    label: title, studentId: null, key: `term ${yearKey} ${title}`, isNew: true, cells: newOf(values, sessionColumns), problems: [], notes: [],
    write(ctx) {
      const year = bundle.need('academicSessions', yearKey);
      const parentId = parentSourcedId === '' || parentSourcedId === yearKey ? readRoot(ctx, year) : bundle.need('academicSessions', parentSourcedId);
      const name = title.slice(0, 60);
      const term = perform('terms.save', academicHandlers['terms.save'], ctx, { term: { yearId: year, parentId, type, nameEl: name, nameEn: name, startDate, endDate } });
      bundle.written(ctx, 'academicSessions', id, term.id);
    },
  };
}

const readRoot = (ctx: CommandContext, yearId: string): string | null => readRootTerms(ctx.db).get(yearId) ?? null;

/** Schools and departments: what a bundle is of. The school has its own name. */
export const resolveOrgs: Resolve = (_db, items, bundle) => items.map(({ id, values }) =>
  (id === bundle.schoolId ? sameMeaning(values.name ?? '') : keptMeaning(values.name ?? id)));

/** Courses, by their id, code or name. */
export const resolveCourses: Resolve = (db, items, bundle) => {
  const known = readCourseDetails(db), departments = readDepartments(db);
  const byId = new Map(known.map((course) => [course.id, course])), byCode = new Map(known.map((course) => [foldText(course.code), course]));
  const shown = new Map(readCourses(db, { ids: known.map(({ id }) => id) }).map((row) => [row.id, records.courseRecord(row, '')]));
  return items.map(({ id, values, isGone }): Meaning => {
    const { title = '', courseCode = '' } = values;
    if (bundle.index.isHomeroomCourse(id)) return sameMeaning(title, [problem('bundleHomeroomCourse')]);
    const own = bundle.candidates('courses', id).flatMap((each) => byId.get(each) ?? [])[0] ?? (courseCode === '' ? undefined : byCode.get(foldText(courseCode))) ?? findByName(known, title);
    if (!isGone || own) bundle.settle('courses', id, own?.id ?? null);
    if (isGone) {
      if (!own || own.archivedAt !== null) return sameMeaning(title || own?.nameEl || id);
      return {
        label: own.nameEl, studentId: null, key: `course ${own.id}`, isNew: false, cells: [{ field: 'oneRoster.status', before: null, after: 'tobedeleted' }], problems: [], notes: [problem('bundleArchives')],
        write: (ctx) => void perform('courses.setArchived', academicHandlers['courses.setArchived'], ctx, { id: own.id, rev: own.rev, archived: true }),
      };
    }
    const department = splitList(values.subjects ?? '').flatMap((subject) => findByName(departments, subject) ?? [])[0];
    const level = splitList(values.grades ?? '')[0] ?? '';
    const code = courseCode || own?.code || id.slice(-30);
    return {
      label: title, studentId: null, key: `course ${foldText(code)}`, isNew: !own, problems: [], notes: [],
      cells: own ? changesOf({ ...values, grades: level }, shown.get(own.id) ?? {}, courseColumns) : newOf(values, courseColumns),
      write(ctx) {
        const { id: courseId } = perform('courses.save', academicHandlers['courses.save'], ctx, {
          id: own?.id ?? null, rev: own?.rev ?? null,
          course: {
            code: code.slice(0, 30), nameEl: title, nameEn: values['metadata.titleEn'] || own?.nameEn || title, departmentId: department?.id ?? own?.departmentId ?? null, level: level || own?.level || null,
            scaleId: own?.scaleId ?? null, credits: numberOr(values['metadata.credits'], own?.credits ?? null) ?? '', ects: numberOr(values['metadata.ects'], own?.ects ?? null) ?? '',
            weeklyHours: numberOr(values['metadata.weeklyHours'], own?.weeklyHours ?? null) ?? '',
          },
        });
        bundle.written(ctx, 'courses', id, courseId);
      },
    };
  });
};

/** Classes: of a course, or those of a division. */
export const resolveClasses: Resolve = (db, items, bundle) => {
  const byYear = new Map<string, ReturnType<typeof readSectionsOf>>();
  const sectionsOf = (yearId: string) => {
    const known = byYear.get(yearId) ?? readSectionsOf(db, yearId);
    byYear.set(yearId, known);
    return known;
  };
  return items.map(({ id, values, isGone }): Meaning => {
    const { title = '', classCode = '' } = values;
    if (isGone) return keptMeaning(title || id);
    if (bundle.schoolId !== '' && (values.schoolSourcedId ?? '') !== '' && values.schoolSourcedId !== bundle.schoolId) return refusedMeaning(title, [problem('bundleSchool', null, { value: values.schoolSourcedId ?? '' })]);
    const sessions = splitList(values.termSourcedIds ?? ''), [first = ''] = sessions;
    const yearKey = first === '' ? bundle.mainYear : bundle.index.yearOf(first);
    const yearId = yearKey === '' ? bundle.openYear ?? undefined : bundle.own('academicSessions', yearKey);
    if (yearId === undefined) return refusedMeaning(title, [noReference('termSourcedIds', first)]);
    const needYear = () => (yearKey === '' ? bundle.openYear ?? '' : bundle.need('academicSessions', yearKey));
    const level = splitList(values.grades ?? '')[0] ?? '';
    if (values.classType === 'homeroom') return divisionMeaning(id, values, { bundle, level, yearId, needYear, divisions: yearId === null ? [] : sectionsOf(yearId).divisions });
    const course = bundle.own('courses', values.courseSourcedId ?? '');
    const known = yearId === null ? null : sectionsOf(yearId), code = (classCode || title).slice(0, 40);
    const own = known && (bundle.candidates('classes', id).flatMap((each) => known.byId.get(each) ?? [])[0] ?? known.byCode.get(foldText(code)));
    if (course === undefined && !own) return refusedMeaning(title, [noReference('courseSourcedId', values.courseSourcedId ?? '')]);
    bundle.settle('classes', id, own?.id ?? null);
    return {
      label: title, studentId: null, key: `class ${yearKey} ${foldText(code)}`, isNew: !own, problems: [], notes: [],
      cells: own ? changesOf({ ...values, grades: level, classCode: code }, known.shown.get(own.id) ?? {}, classColumns) : newOf(values, ['title', ...classColumns]),
      write(ctx) {
        const terms = sessions.filter((session) => session !== yearKey).map((session) => bundle.need('academicSessions', session));
        const { id: sectionId } = perform('sections.save', academicHandlers['sections.save'], ctx, {
          id: own?.id ?? null, rev: own?.rev ?? null,
          section: {
            courseId: course === undefined ? own?.courseId ?? '' : bundle.need('courses', values.courseSourcedId ?? ''), yearId: needYear(), code, level: level || own?.level || null,
            division: values['metadata.division'] || own?.division || null, room: (values.location || own?.room || '').slice(0, 30) || null, capacity: numberOr(values['metadata.capacity'], own?.capacity ?? null),
            termIds: own ? readTermsOf(ctx.db, own.id) : terms,
          },
        });
        bundle.written(ctx, 'classes', id, sectionId);
      },
    };
  });
};

function readSectionsOf(db: Reader, yearId: string) {
  const rows = readSectionDetails(db, yearId);
  return {
    byId: new Map(rows.map((row) => [row.id, row])), byCode: new Map(rows.map((row) => [foldText(row.code), row])),
    shown: new Map(readSections(db, { yearId }).map((row) => [row.id, records.sectionRecord(row, '')])), divisions: readDivisions(db, yearId),
  };
}

interface DivisionFacts { bundle: BundleAround; level: string; yearId: string | null; needYear: () => string; divisions: ReturnType<typeof readDivisions> }

/** The class of a division. Students are in a division by its name, so that it is no more than a room and a class teacher. */
function divisionMeaning(id: string, values: Item['values'], { bundle, level, yearId, needYear, divisions }: DivisionFacts): Meaning {
  const division = divisionOf(values);
  const label = values.title ?? division;
  if (level === '') return refusedMeaning(label, [problem('bundleRequired', null, { column: 'grades' })]);
  const own = divisions.find((each) => each.level === level && each.division === division);
  bundle.settle('classes', id, own ? `${yearId ?? ''}.${level}.${division}` : null);
  const room = (values.location ?? '').slice(0, 30), capacity = numberOr(values['metadata.capacity'], own?.capacity ?? null);
  return {
    label, studentId: null, key: `division ${level} ${division}`, isNew: !own, problems: [], notes: [],
    cells: own ? changesOf(values, { location: own.room ?? '', 'metadata.capacity': own.capacity === null ? '' : String(own.capacity) }, ['location', 'metadata.capacity']) : newOf(values, classColumns),
    write(ctx) {
      perform('homerooms.save', academicHandlers['homerooms.save'], ctx, {
        id: own?.id ?? null, homeroom: { yearId: needYear(), level, division, room: room || own?.room || null, capacity, staffId: own?.staffId ?? null },
      });
      bundle.settle('classes', id, `${needYear()}.${level}.${division}`);
    },
  };
}

/** What the school calls the division of a homeroom class. */
export const divisionOf = (values: Item['values']): string => (values['metadata.division'] || values.classCode || values.title || '').slice(0, 20);
