import { RollbookError } from '#contract/errors.ts';
import type { Language } from '#contract/fields.ts';
import type { TemplateTarget } from '#contract/import-targets.ts';
import type { Ask } from '../../kernel/context.ts';
import type { SchoolLists } from './write-template.ts';

/** What an answer gives, or nothing where the caller may not ask. */
async function orNothing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof RollbookError && error.failure.code === 'forbidden') return null;
    throw error;
  }
}

const distinct = (texts: readonly (string | null)[]): string[] => [...new Set(texts.flatMap((text) => text ?? []))];

/** What the school has that a file of a kind may name: levels, divisions, courses, terms, attendance codes. */
export async function readSchoolLists(ask: Ask, target: TemplateTarget, language: Language): Promise<SchoolLists> {
  const sections = await orNothing(ask('sections.facets', {}));
  const courses = await orNothing(ask('courses.list', {}));
  const years = await orNothing(ask('years.list', {}));
  const codes = target === 'attendance' ? await orNothing(ask('attendance.codes', {})) : null;
  const terms = years?.years.find(({ id }) => id === sections?.yearId)?.terms ?? [];
  return {
    level: distinct([...(sections?.levels ?? []), ...(courses?.courses.map(({ level }) => level) ?? [])]), division: distinct(sections?.divisions.map(({ division }) => division) ?? []),
    room: distinct(sections?.rooms ?? []), course: distinct(courses?.courses.map(({ code }) => code) ?? []),
    department: distinct(courses?.departments.map(({ nameEl, nameEn }) => (language === 'el' ? nameEl : nameEn)) ?? []),
    term: distinct(terms.filter(({ type }) => type !== 'year').map(({ nameEl, nameEn }) => (language === 'el' ? nameEl : nameEn))),
    code: distinct(codes?.codes.filter(({ archivedAt }) => archivedAt === null).map(({ code }) => code) ?? []),
  };
}
