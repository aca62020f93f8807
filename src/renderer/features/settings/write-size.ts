import type { TFunction } from 'i18next';

/** A file's size in the unit that people would use. */
export function writeSize(t: TFunction<['settings', 'common']>, size: number): string {
  const unit = size < 1024 ? 'B' : size < 1024 * 1024 ? 'KB' : 'MB';
  const value = { B: size, KB: size / 1024, MB: size / 1024 / 1024 }[unit];
  return t(`common:fileSize.${unit}`, { value: unit === 'MB' ? Math.round(value * 10) / 10 : Math.round(value) });
}
