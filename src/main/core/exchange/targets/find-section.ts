import type { ImportProblem } from '#contract/exchange.ts';
import { foldText } from '../../search/index.ts';
import type { RecordValues } from '../rules/record-values.ts';
import { problem } from '../rules/values.ts';
import { findByName } from './find-by-name.ts';
import type { KnownSection } from './repo-targets.ts';

/**
 * The section that a row means: by its code; without one, by the course, of those sections in which the student is. Codes are looked up by
 * `byCode`, made once for many rows.
 */
export function findSection(values: RecordValues, byCode: ReadonlyMap<string, KnownSection>, own: readonly KnownSection[]): KnownSection | ImportProblem {
  if (values.sectionCode !== undefined) return byCode.get(foldText(values.sectionCode)) ?? problem('sectionUnknown', 'sectionCode', { value: values.sectionCode });
  if (values.course === undefined) return problem('missingValue', 'sectionCode');
  const courses = [...new Map(own.map((section) => [section.courseId, { id: section.courseId, code: section.courseCode, nameEl: section.courseEl, nameEn: section.courseEn }])).values()];
  const course = findByName(courses, values.course);
  if (!course) return problem('notInCourse', 'course', { value: values.course });
  const sections = own.filter(({ courseId }) => courseId === course.id);
  const [only] = sections;
  return sections.length === 1 && only ? only : problem('sectionAmbiguous', 'course', { count: sections.length });
}

/** Sections by their folded code. */
export const sectionsByCode = (sections: readonly KnownSection[]): Map<string, KnownSection> => new Map(sections.map((section) => [foldText(section.code), section]));
