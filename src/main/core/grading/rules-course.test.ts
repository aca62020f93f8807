import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreStates } from '#contract/grading-parts.ts';
import { compare, ratio, roundHalfUp, toNumber, zero } from './rules-ratio.ts';
import { computeCourse, type Item, type SchemeRules } from './rules-course.ts';
import { isOnScale, roundToScale } from './rules-scale.ts';
import { absencePenalty, combineTerms, countAbsences, postingState, propose } from './rules-posting.ts';

const percentOf = (scheme: SchemeRules, items: readonly Item[]) => {
  const { percent } = computeCourse(scheme, items);
  return percent && toNumber(percent);
};
const item = (id: string, value: number | null, more: Partial<Item> = {}): Item =>
  ({ id, categoryId: 'tests', maxScore: 20, weight: 1, state: value === null ? null : 'scored', value, ...more });
const scheme: SchemeRules = {
  missingPolicy: 'zero', categories: [{ id: 'tests', weight: 60, dropLowest: 0 }, { id: 'work', weight: 40, dropLowest: 0 }],
};
const dropping = (dropLowest: number): SchemeRules => ({ ...scheme, categories: [{ id: 'tests', weight: 60, dropLowest }, { id: 'work', weight: 40, dropLowest: 0 }] });

describe('a grade', () => {
  it('weighs items within a category and categories within the course', () => {
    const items = [item('a', 10, { weight: 3 }), item('b', 18), item('c', 80, { categoryId: 'work', maxScore: 100 })];
    expect(percentOf(scheme, items)).toBeCloseTo(0.6 * 0.6 + 0.4 * 0.8, 12);
  });

  it('is of what is graded so far: categories without data give their weight to the others', () => {
    const { percent, covered } = computeCourse(scheme, [item('a', 15), item('b', null, { categoryId: 'work' })]);
    expect([toNumber(percent!), toNumber(covered)]).toEqual([0.75, 0.6]);
    expect(computeCourse(scheme, []).percent).toBeNull();
  });

  it('takes nothing entered for nothing, and a missing piece for zero or for nothing, as the scheme says', () => {
    const items = [item('a', 20), item('b', null), item('c', null, { state: 'missing' })];
    expect(percentOf(scheme, items)).toBe(0.5);
    expect(percentOf({ ...scheme, missingPolicy: 'drop' }, items)).toBe(1);
  });

  it('drops the lowest of what counts, after exclusions, and never the only one', () => {
    const items = [item('a', 8), item('b', 16), item('c', null, { state: 'exempt' })];
    expect(percentOf(dropping(1), items)).toBe(0.8);
    expect(percentOf(dropping(5), items)).toBe(0.8);
    expect(computeCourse(dropping(1), items).categories[0]!.items.map(({ fate }) => fate)).toEqual(['dropped', 'counted', 'exempt']);
    expect(percentOf(dropping(1), [item('a', 8)])).toBe(0.4);
  });

  it('leaves out work of no category, and says so, unless the scheme has none', () => {
    const items = [item('a', 10, { categoryId: null }), item('b', 20)];
    expect(percentOf(scheme, items)).toBe(1);
    expect(computeCourse(scheme, items).categories.at(-1)!.items[0]).toMatchObject({ fate: 'noCategory' });
    expect(percentOf({ ...scheme, categories: [] }, items)).toBe(0.75);
  });
});

const cents = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((value) => value / 100);
const items = fc.uniqueArray(fc.record({
  id: fc.uuid(), categoryId: fc.constantFrom('tests', 'work'), maxScore: fc.constantFrom(10, 20, 30, 100), weight: cents(5),
  state: fc.constantFrom(...scoreStates, null), share: fc.integer({ min: 0, max: 100 }),
}), { selector: ({ id }) => id, maxLength: 14 }).map((all) => all.map(({ share, ...one }): Item => ({ ...one, value: one.state === 'scored' || one.state === 'late' ? (one.maxScore * share) / 100 : null })));

describe('whatever is entered', () => {
  it('the order of entry never matters, to the last digit', () => {
    fc.assert(fc.property(items, fc.integer({ min: 0, max: 3 }), fc.func(fc.integer()), (all, drop, order) => {
      const shuffled = all.toSorted((a, b) => order(a.id) - order(b.id));
      const [one, other] = [computeCourse(dropping(drop), all), computeCourse(dropping(drop), shuffled)];
      expect(one.percent === null).toBe(other.percent === null);
      if (one.percent && other.percent) expect(compare(one.percent, other.percent)).toBe(0);
    }));
  });

  it('the weights of what has data come to exactly one', () => {
    fc.assert(fc.property(items, (all) => {
      const shares = computeCourse(scheme, all).categories.flatMap(({ share }) => (share ? [share] : []));
      if (shares.length > 0) expect(shares.reduce((sum, share) => sum + toNumber(share), 0)).toBeCloseTo(1, 10);
    }));
  });

  it('all weights times the same is the same grade', () => {
    fc.assert(fc.property(items, fc.integer({ min: 2, max: 50 }), (all, factor) => {
      const more = { ...scheme, categories: scheme.categories.map((one) => ({ ...one, weight: one.weight * factor })) };
      expect(percentOf(more, all)).toBe(percentOf(scheme, all));
    }));
  });

  it('exempt and excused never count', () => {
    fc.assert(fc.property(items, (all) => {
      const kept = all.filter(({ state }) => state !== 'exempt' && state !== 'excused');
      expect(percentOf(dropping(1), all)).toBe(percentOf(dropping(1), kept));
    }));
  });

  it('dropping the lowest never lowers a grade', () => {
    fc.assert(fc.property(items, fc.integer({ min: 0, max: 3 }), (all, drop) => {
      const [less, more] = [computeCourse(dropping(drop), all).percent, computeCourse(dropping(drop + 1), all).percent];
      expect(less === null).toBe(more === null);
      if (less && more) expect(compare(more, less)).toBeGreaterThanOrEqual(0);
    }));
  });

  it('a grade lies between 0 and 1', () => {
    fc.assert(fc.property(items, (all) => {
      const { percent } = computeCourse(scheme, all);
      if (percent) expect([compare(percent, zero) >= 0, compare(percent, ratio(1)) <= 0]).toEqual([true, true]);
    }));
  });
});

const greek = { min: 0, max: 20, step: 0.1 };
describe('rounding', () => {
  it('happens once, half up: a value just under a half is not rounded up to it first', () => {
    // 14.4499…/20 would become 14.45 and then 14.5 if it were rounded on the way.
    expect(roundToScale({ n: 144_499n, d: 10_000n }, greek)).toBe(14.4);
    expect(roundToScale(ratio(14.45), greek)).toBe(14.5);
    expect(roundToScale(ratio(9.45), { min: 0, max: 20, step: 0.5 })).toBe(9.5);
  });

  it('of thirds that make a half goes up, as on paper', () => {
    const thirds = [item('a', 9, { maxScore: 30 }), item('b', 5, { maxScore: 30 }), item('c', 8, { maxScore: 30 })];
    const { percent } = computeCourse({ missingPolicy: 'zero', categories: [] }, thirds.map((one) => ({ ...one, categoryId: null })));
    expect(roundToScale({ n: percent!.n * 45n, d: percent!.d }, { min: 0, max: 45, step: 1 })).toBe(11);
  });

  it('of a number below zero goes up too', () => expect(roundHalfUp({ n: -3n, d: 2n })).toBe(-1n));

  it('done twice changes nothing, and what it gives is on the scale', () => {
    fc.assert(fc.property(cents(25), fc.constantFrom(0.1, 0.25, 0.5, 1), (value, step) => {
      const scale = { ...greek, step };
      const once = roundToScale(ratio(value), scale);
      expect(roundToScale(ratio(once), scale)).toBe(once);
      expect(isOnScale(once, scale)).toBe(true);
    }));
  });
});

describe('posting', () => {
  it('is open within its window, both days included, and never once locked', () => {
    const term = { postingOpens: '2027-01-10', postingCloses: '2027-01-20', lockedAt: null };
    expect(['2027-01-09', '2027-01-10', '2027-01-20', '2027-01-21'].map((day) => postingState(term, day))).toEqual(['before', 'open', 'open', 'after']);
    expect(postingState({ ...term, lockedAt: 1 }, '2027-01-15')).toBe('locked');
  });

  it('takes the penalty from the unrounded grade, up to the cap, and never below the scale', () => {
    const percent = ratio(0.7224);
    expect(toNumber(absencePenalty({ perAbsence: 0.25, cap: 1 }, 3))).toBe(0.75);
    expect(toNumber(absencePenalty({ perAbsence: 0.25, cap: 1 }, 30))).toBe(1);
    expect(toNumber(absencePenalty({ perAbsence: null, cap: null }, 30))).toBe(0);
    expect(propose(percent, ratio(0.75), greek)).toMatchObject({ computed: 14.4, proposed: 13.7 });
    expect(propose(ratio(0.01), ratio(5), greek).proposed).toBe(0);
  });

  it('of a term with parts is the weighted mean of those that are posted, on whatever scale', () => {
    const percent = combineTerms([{ weight: 1, value: 16, scale: greek }, { weight: 3, value: 6, scale: { min: 0, max: 10, step: 1 } }, { weight: 9, value: null, scale: greek }]);
    expect(toNumber(percent!)).toBe(0.65);
    expect(combineTerms([{ weight: 1, value: null, scale: greek }])).toBeNull();
  });

  it('counts each absence once: the office before the teacher, the lesson before the day, excused never', () => {
    const day = { date: '2026-10-01', sectionId: null, period: null, source: 'teacher', penalises: true } as const;
    const lesson = { ...day, sectionId: 's', period: 2 };
    expect(countAbsences([day])).toBe(1);
    expect(countAbsences([day, lesson])).toBe(1);
    expect(countAbsences([lesson, { ...lesson, period: 3 }])).toBe(2);
    expect(countAbsences([{ ...lesson, source: 'office', penalises: false }, lesson])).toBe(0);
    expect(countAbsences([day, { ...lesson, penalises: false }])).toBe(0);
  });
});
