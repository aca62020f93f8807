import { useMemo } from 'react';
import { useQueryOf } from '../client/index.ts';
import { useFormat } from '../i18n/format.ts';

/** Writes means with as many decimals as the school rounds them to, so that 19 stands as 19.0 beside 18.9. */
export function useMeanFormat(): (mean: number) => string {
  const { locale } = useFormat();
  const decimals = useQueryOf('results.rules', {}).data?.rules.meanDecimals ?? 1;
  return useMemo(() => {
    const number = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    return (mean: number) => number.format(mean);
  }, [locale, decimals]);
}
