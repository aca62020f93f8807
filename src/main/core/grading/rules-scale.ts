import { add, compare, divide, multiply, ratio, roundHalfUp, subtract, toNumber, type Ratio } from './rules-ratio.ts';

/** The numbers of a scale: grades go from `min` to `max` by `step`. */
export interface ScaleRange { min: number; max: number; step: number }

/** Where on a scale a share of 0-1 lies, exactly. */
export function ontoScale(percent: Ratio, scale: ScaleRange): Ratio {
  return add(ratio(scale.min), multiply(percent, subtract(ratio(scale.max), ratio(scale.min))));
}

/** The share of 0-1 that a grade on a scale stands for. */
export function fromScale(value: number, scale: ScaleRange): Ratio {
  return divide(subtract(ratio(value), ratio(scale.min)), subtract(ratio(scale.max), ratio(scale.min)));
}

/** The nearest grade that the scale has; a half goes up. The one rounding of a grade, done at posting. */
export function roundToScale(value: Ratio, scale: ScaleRange): number {
  const min = ratio(scale.min), max = ratio(scale.max), step = ratio(scale.step);
  if (compare(value, min) <= 0) return scale.min;
  if (compare(value, max) >= 0) return scale.max;
  const steps = roundHalfUp(divide(subtract(value, min), step));
  const rounded = add(min, multiply({ n: steps, d: 1n }, step));
  return compare(rounded, max) > 0 ? scale.max : toNumber(rounded);
}

/** Whether a grade given by hand is one that the scale has. */
export function isOnScale(value: number, scale: ScaleRange): boolean {
  return value >= scale.min && value <= scale.max && roundToScale(ratio(value), scale) === value;
}
