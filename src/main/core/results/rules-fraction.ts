/** An exact fraction; `by` is positive. Grades are decimal: floating point would round them before the school does. */
export interface Fraction { of: bigint; by: bigint }

const unit = 1_000_000n;
const zero: Fraction = { of: 0n, by: unit };

/** A number with at most six decimals, exactly as it is written. */
export function fractionOf(value: number): Fraction {
  return { of: BigInt(Math.round(value * Number(unit))), by: unit };
}

/** The sum of two fractions. */
export function add(a: Fraction, b: Fraction): Fraction {
  return a.by === b.by ? { of: a.of + b.of, by: a.by } : { of: a.of * b.by + b.of * a.by, by: a.by * b.by };
}

/** The product of two fractions. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return { of: a.of * b.of, by: a.by * b.by };
}

/** Σ(weight · value) / Σ weight; null when the weights come to nothing. */
export function weightedMean(items: readonly { value: Fraction; weight: Fraction }[]): Fraction | null {
  const sum = items.reduce((total, { value, weight }) => add(total, multiply(value, weight)), { of: 0n, by: unit * unit });
  const weights = items.reduce((total, { weight }) => add(total, weight), zero);
  if (weights.of <= 0n) return null;
  return { of: sum.of * weights.by, by: sum.by * weights.of };
}

/** Rounds half up to a number of decimals: 12.25 to 12.3, and 12.2499… to 12.2. For values from 0 up. */
export function roundHalfUp({ of, by }: Fraction, decimals: number): number {
  const scale = 10n ** BigInt(decimals);
  return Number((2n * of * scale + by) / (2n * by)) / Number(scale);
}
