import type { GetLocaleTextParams } from 'ag-grid-community';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { translateKey } from '../../i18n/dynamic.ts';

/** The grid's own words (mostly for screen readers) in the window's language. */
export function useGridTexts(): (params: GetLocaleTextParams) => string {
  const { i18n } = useTranslation();
  return useCallback(
    ({ key, defaultValue }: GetLocaleTextParams) => translateKey('grid', key) ?? defaultValue,
    // eslint-disable-next-line react/exhaustive-deps -- the language is read inside translateKey
    [i18n.language],
  );
}
