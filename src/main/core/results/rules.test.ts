import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startingScales } from '../setup/starting-scales.ts';
import { scaleDraft } from '#contract/scales.ts';
import { fractionOf, roundHalfUp, weightedMean } from './rules-fraction.ts';
import { honourOf, passesYear, type Candidate } from './rules-honours.ts';
import { gpaOf, meansOf, type Counted } from './rules-means.ts';
import { rankAll } from './rules-rank.ts';
import { bandOf, changesMeaning, markOf, type Scale } from './rules-scale.ts';
import { gradeOf, leavesOf, lineOf, treeOf, type Posted, type Term } from './rules-year.ts';

const greek: Scale = { id: 'g', ...startingScales[0] };
const letters: Scale = { id: 'l', ...startingScales[3] };
const counted = (value: number, credits: number | null = 2, scale = greek): Counted => ({ mark: markOf(scale, value), family: scale.kind, credits });
const tenths = (max = 200) => fc.integer({ min: 0, max }).map((n) => n / 10);

describe('rounding', () => {
  it.each([[12.25, 1, 12.3], [12.24, 1, 12.2], [9.45, 1, 9.5], [1.005, 2, 1.01], [17, 0, 17], [16.5, 0, 17]])('%d to %d decimals is %d', (value, decimals, expected) => {
    expect(roundHalfUp(fractionOf(value), decimals)).toBe(expected);
  });
  it('happens once: 9.449 does not climb to 9.5 by way of 9.45', () => expect(roundHalfUp(fractionOf(9.449), 1)).toBe(9.4));
  it('is exact for means that floating point gets wrong', () => {
    const mean = weightedMean([18.1, 18.2, 18.15].map((value) => ({ value: fractionOf(value), weight: fractionOf(1) })));
    expect(mean && roundHalfUp(mean, 2)).toBe(18.15);
    const third = weightedMean([10, 10, 11].map((value) => ({ value: fractionOf(value), weight: fractionOf(0.333333) })));
    expect(third && roundHalfUp(third, 1)).toBe(10.3);
  });
  it('lies within half a step of the value, and never changes what is already round', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 3 }), (thousandths, decimals) => {
      const value = thousandths / 1000;
      const rounded = roundHalfUp(fractionOf(value), decimals);
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9);
      expect(roundHalfUp(fractionOf(rounded), decimals)).toBe(rounded);
    }));
  });
});

describe('a scale', () => {
  it.each(startingScales.map((one) => [one.nameEn, one] as const))('of a new school, %s, keeps its own rules', (_name, one) => {
    expect(scaleDraft.safeParse({ ...one, bands: [...one.bands] }).error).toBeUndefined();
  });
  it.each([
    [0, 'Κακώς'], [5, 'Κακώς'], [5.1, 'Ανεπαρκώς'], [9.4, 'Ανεπαρκώς'], [9.5, 'Σχεδόν Καλώς'], [13, 'Σχεδόν Καλώς'], [13.1, 'Καλώς'], [16, 'Καλώς'],
    [16.1, 'Λίαν Καλώς'], [18, 'Λίαν Καλώς'], [18.1, 'Άριστα'], [20, 'Άριστα'],
  ])('calls %d of 20 %s', (value, label) => expect(bandOf(greek, value)?.labelEl).toBe(label));
  it('passes by its own pass mark, never by a raw number: 15 of 20 passes, 15 of 100 does not', () => {
    expect(markOf(greek, 15).passes).toBe(true);
    expect(markOf(letters, 15).passes).toBe(false);
    expect(markOf(greek, 9.4).passes).toBe(false);
  });
  it('gives every grade on it one band, and a higher grade never a lower band', () => {
    for (const one of startingScales) {
      const scale = { id: 's', ...one };
      fc.assert(fc.property(fc.double({ min: one.min, max: one.max, noNaN: true }), fc.double({ min: one.min, max: one.max, noNaN: true }), (a, b) => {
        const [low, high] = [bandOf(scale, Math.min(a, b)), bandOf(scale, Math.max(a, b))];
        expect(low).toBeDefined();
        expect(high?.threshold).toBeGreaterThanOrEqual(low?.threshold ?? Number.NaN);
      }));
    }
  });
  const draft = { ...startingScales[0], bands: [...startingScales[0].bands] };
  const problems = (change: object) => scaleDraft.safeParse({ ...draft, ...change }).error?.issues.map(({ message }) => message) ?? [];
  it('is refused with a gap at the bottom, bands out of order, a step that does not divide, or a pass mark off it', () => {
    expect(problems({ bands: draft.bands.slice(1) })).toContain('firstBandAtMin');
    expect(problems({ bands: [draft.bands[0], draft.bands[2], draft.bands[1]] })).toContain('bandsAscend');
    expect(problems({ step: 0.3 })).toContain('stepDoesNotDivide');
    expect(problems({ passMark: 21 })).toContain('outsideScale');
    expect(problems({ max: 0 })).toContain('maxBelowMin');
  });
  it('changes its meaning by limits, pass mark and bands, not by its name', () => {
    const parsed = scaleDraft.parse(draft);
    expect(changesMeaning(greek, parsed)).toBe(false);
    expect(changesMeaning(greek, { ...parsed, nameEn: 'Another name' })).toBe(false);
    expect(changesMeaning(greek, { ...parsed, passMark: 10 })).toBe(true);
    expect(changesMeaning(greek, { ...parsed, bands: parsed.bands.map((band, i) => (i === 3 ? { ...band, labelEl: 'Καλά' } : band)) })).toBe(true);
  });
});

describe('means', () => {
  it('count courses alike or by their credits, each rounded once', () => {
    expect(meansOf([counted(10, 1), counted(20, 3)], 1)).toEqual({ mean: 15, weightedMean: 17.5, meanGap: null });
    expect(meansOf([counted(18, null), counted(19, null)], 1)).toEqual({ mean: 18.5, weightedMean: null, meanGap: null });
  });
  it('are never made over two kinds of scale', () => {
    expect(meansOf([counted(15), counted(80, 2, letters)], 1)).toEqual({ mean: null, weightedMean: null, meanGap: 'mixedScales' });
  });
  it('do not depend on the order of the courses, and lie between the lowest and the highest', () => {
    const list = fc.array(fc.tuple(tenths(), fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 16 });
    fc.assert(fc.property(list.chain((grades) => fc.tuple(fc.constant(grades), fc.shuffledSubarray(grades, { minLength: grades.length }))), ([grades, shuffled]) => {
      const of = (items: typeof grades) => meansOf(items.map(([value, credits]) => counted(value, credits)), 1);
      const means = of(grades);
      expect(of(shuffled)).toEqual(means);
      const values = grades.map(([value]) => value);
      for (const mean of [means.mean, means.weightedMean]) {
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 0.05);
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + 0.05);
      }
    }));
  });
  it('give a GPA of band points by credits, over any scales', () => {
    expect(gpaOf([counted(20, 3), counted(12, 1)])).toBe(3.25);
    expect(gpaOf([counted(20, 3), counted(95, 1, letters)])).toBe(4);
    expect(gpaOf([counted(20, null)])).toBeNull();
  });
});

const term = (id: string, startDate: string, endDate: string, weight = 1, parentId: string | null = null): Term => ({ id, startDate, endDate, weight, parentId });
const semesters = [term('a', '2026-09-11', '2027-01-20'), term('b', '2027-01-21', '2027-06-15')];
const posted = (grades: Record<string, number>, families: Record<string, string> = {}) => (id: string): Posted | undefined =>
  (grades[id] === undefined ? undefined : { value: grades[id], scaleId: 's', family: families[id] ?? 'greek' });
const valueOf = (grade: ReturnType<typeof gradeOf>, decimals = 1) => (grade.state === 'graded' ? roundHalfUp(grade.value, decimals) : grade.state);

describe("a year's grade", () => {
  it('is the mean of its terms by their weights', () => {
    expect(valueOf(gradeOf(treeOf(semesters), posted({ a: 14, b: 17 }), () => true))).toBe(15.5);
    const exam = [term('a', '2026-09-11', '2027-01-20', 0.4), term('b', '2027-01-21', '2027-05-31', 0.4), term('x', '2027-06-01', '2027-06-15', 0.2)];
    expect(valueOf(gradeOf(treeOf(exam), posted({ a: 14, b: 17, x: 10 }), () => true))).toBe(14.4);
  });
  it('waits for a term that is still due, and says so', () => expect(valueOf(gradeOf(treeOf(semesters), posted({ a: 14 }), () => true))).toBe('missing'));
  it('goes by the other terms where the student came later', () => {
    expect(valueOf(gradeOf(treeOf(semesters), posted({ b: 17 }), ({ id }) => id === 'b'))).toBe(17);
  });
  it('does not mix two kinds of scale', () => {
    expect(valueOf(gradeOf(treeOf(semesters), posted({ a: 14, b: 80 }, { b: 'percent' }), () => true))).toBe('mixedScales');
  });
  it('is not rounded on the way up through nested terms', () => {
    const nested = [
      term('s', '2026-09-11', '2027-01-20'), term('p', '2026-09-11', '2026-11-10', 1, 's'), term('q', '2026-11-11', '2027-01-20', 2, 's'), term('b', '2027-01-21', '2027-06-15'),
    ];
    // (10 + 2 * 11) / 3 = 10.666…, and with 10 for the second half 10.333…
    expect(valueOf(gradeOf(treeOf(nested), posted({ p: 10, q: 11, b: 10 }), () => true), 3)).toBe(10.333);
  });
  it('stands where it was posted for the year itself', () => {
    const whole = [term('y', '2026-09-11', '2027-06-15'), ...semesters.map((one) => ({ ...one, parentId: 'y' }))];
    expect(valueOf(gradeOf(treeOf(whole), posted({ y: 16, a: 10, b: 10 }), () => true))).toBe(16);
    expect(leavesOf(treeOf(whole)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(lineOf(treeOf(whole), 'b')).toEqual(['y', 'b']);
  });
  it('renormalises: equal grades give that grade, whatever the weights', () => {
    fc.assert(fc.property(tenths(), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), (value, weights) => {
      const terms = weights.map((weight, i) => term(`t${i}`, `2026-1${i}-01`, `2026-1${i}-28`, weight));
      expect(valueOf(gradeOf(treeOf(terms), () => ({ value, scaleId: 's', family: 'g' }), () => true))).toBe(value);
    }));
  });
});

describe('rank', () => {
  it('shares a place between equals and counts them all: 1, 2, 2, 4', () => {
    const ranks = rankAll([{ key: 'a', value: 15 }, { key: 'b', value: 18 }, { key: 'c', value: 15 }, { key: 'd', value: 9 }, { key: 'e', value: null }]);
    expect(Object.fromEntries(ranks)).toEqual({ b: { place: 1, of: 4 }, a: { place: 2, of: 4 }, c: { place: 2, of: 4 }, d: { place: 4, of: 4 } });
  });
  it('is one more than how many are strictly better', () => {
    fc.assert(fc.property(fc.array(fc.option(tenths()), { maxLength: 60 }), (values) => {
      const ranks = rankAll(values.map((value, key) => ({ key, value })));
      values.forEach((value, key) => {
        const better = values.filter((other) => other !== null && value !== null && other > value).length;
        expect(ranks.get(key)?.place).toBe(value === null ? undefined : better + 1);
      });
    }));
  });
});

describe('honours', () => {
  const good: Candidate = { mean: 18.7, kind: 'greek20', grades: [19, 18.4], missing: 0, hasIncident: false, isFirst: false };
  const rule = { labelEl: 'Έπαινος', labelEn: 'Commendation', kind: 'greek20', minMean: 17, minGrade: null, cleanConduct: false, firstOnly: false } as const;
  const first = { ...rule, labelEn: 'Prize', minMean: 18.5, firstOnly: true };
  it('give the first mark whose conditions are met', () => {
    expect(honourOf({ ...good, isFirst: true }, [first, rule])?.labelEn).toBe('Prize');
    expect(honourOf(good, [first, rule])?.labelEn).toBe('Commendation');
    expect(honourOf({ ...good, mean: 16.9 }, [first, rule])).toBeNull();
  });
  it('ask for the lowest grade and for conduct where the rule says so', () => {
    expect(honourOf(good, [{ ...rule, minGrade: 18.5 }])).toBeNull();
    expect(honourOf({ ...good, hasIncident: true }, [{ ...rule, cleanConduct: true }])).toBeNull();
    expect(honourOf({ ...good, hasIncident: true }, [rule])).not.toBeNull();
  });
  it('go to nobody whose grades are incomplete or on another kind of scale', () => {
    expect(honourOf({ ...good, missing: 1 }, [rule])).toBeNull();
    expect(honourOf({ ...good, kind: 'percent' }, [rule])).toBeNull();
  });
});

describe('passing the year', () => {
  it('goes by the mean, and by the number of failing courses where the school limits it', () => {
    expect(passesYear({ meanPasses: true, failing: 3, missing: 0 }, null)).toBe(true);
    expect(passesYear({ meanPasses: true, failing: 3, missing: 0 }, 2)).toBe(false);
    expect(passesYear({ meanPasses: false, failing: 0, missing: 0 }, null)).toBe(false);
  });
  it('cannot be told while a grade is missing or there is no mean', () => {
    expect(passesYear({ meanPasses: true, failing: 0, missing: 1 }, null)).toBeNull();
    expect(passesYear({ meanPasses: null, failing: 0, missing: 0 }, null)).toBeNull();
  });
});
