import type { TFunction } from 'i18next';

/** A file's size in the unit that people would use. */
export function writeSize(t: TFunction<['family', 'common']>, size: number): string {
  const unit = size < 1024 ? 'B' : size < 1024 * 1024 ? 'KB' : 'MB';
  const value = { B: size, KB: Math.round(size / 1024), MB: Math.round(size / 1024 / 102.4) / 10 }[unit];
  return t(`common:fileSize.${unit}`, { value });
}
