import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** The letters of the states in the window's language; each has one Latin and one Greek key. */
export function useLetters() {
  const { t } = useTranslation('grading');
  return useMemo(() => ({
    missing: t('letter.missing'), exempt: t('letter.exempt'), excused: t('letter.excused'), absent: t('letter.absent'), incomplete: t('letter.incomplete'), late: t('letter.late'),
  }), [t]);
}
