/**
 * An exact number, `n / d` with `d` above 0. Marks and weights are decimals, so sums, products and quotients of them stay exact,
 * and nothing is rounded until a grade is posted. Never reduced: equal denominators are the usual case, and a class has few items.
 */
export interface Ratio { n: bigint; d: bigint }

export const zero: Ratio = { n: 0n, d: 1n };

/** The decimal that a number is written as (`15.3` is 153/10, not the nearest binary fraction). */
export function ratio(value: number): Ratio {
  const text = Number.isInteger(value) ? String(value) : value.toFixed(10).replace(/0+$/, '');
  const point = text.indexOf('.');
  if (point < 0) return { n: BigInt(text), d: 1n };
  return { n: BigInt(text.slice(0, point) + text.slice(point + 1)), d: 10n ** BigInt(text.length - point - 1) };
}

export const add = (a: Ratio, b: Ratio): Ratio => (a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const subtract = (a: Ratio, b: Ratio): Ratio => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.n, d: a.d * b.d });
/** Throws on division by nothing: callers know what they divide by. */
export function divide(a: Ratio, b: Ratio): Ratio {
  if (b.n === 0n) throw new RangeError('division by zero');
  return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: a.d * -b.n };
}
/** Below, equal or above: -1, 0, 1. */
export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.n * b.d, right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}
export const isZero = (a: Ratio): boolean => a.n === 0n;

const shownDigits = 12n;
/** The nearest number, for showing: rounded half up at the twelfth decimal. */
export function toNumber(a: Ratio): number {
  return Number(roundHalfUp(multiply(a, { n: 10n ** shownDigits, d: 1n }))) / Number(10n ** shownDigits);
}

/** The nearest whole number; a half goes up. */
export function roundHalfUp(a: Ratio): bigint {
  const doubled = 2n * a.n + a.d;
  const divisor = 2n * a.d;
  const whole = doubled / divisor;
  // BigInt division goes towards zero; rounding needs the floor.
  return doubled % divisor < 0n ? whole - 1n : whole;
}
