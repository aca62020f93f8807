import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOutWeek, type WeeklyLoad } from './rules-timetable.ts';

it('holds every lesson of everybody, and nobody in two places, as long as nobody has more lessons than the week has hours', () => {
  const load = fc.record({ division: fc.integer({ min: 0, max: 5 }), teacher: fc.integer({ min: 0, max: 5 }), hours: fc.integer({ min: 1, max: 6 }) });
  fc.assert(fc.property(fc.array(load, { maxLength: 40 }), (drafts) => {
    const sums = new Map<string, number>();
    const loads: WeeklyLoad[] = [];
    for (const [i, { division, teacher, hours }] of drafts.entries()) {
      const keys = [`d${division}`, `t${teacher}`];
      if (keys.some((key) => (sums.get(key) ?? 0) + hours > 35)) continue;
      for (const key of keys) sums.set(key, (sums.get(key) ?? 0) + hours);
      loads.push({ section: String(i), division: String(division), teacher: String(teacher), hours });
    }
    const lessons = layOutWeek(loads, 7);
    expect(lessons).toHaveLength(loads.reduce((sum, { hours }) => sum + hours, 0));
    expect(new Set(lessons.map(({ division, slot }) => `${division} ${slot}`)).size).toBe(lessons.length);
    expect(new Set(lessons.map(({ teacher, slot }) => `${teacher} ${slot}`)).size).toBe(lessons.length);
    for (const { section, hours } of loads) expect(lessons.filter((lesson) => lesson.section === section && lesson.slot >= 0 && lesson.slot < 35)).toHaveLength(hours);
  }), { numRuns: 40 });
});
