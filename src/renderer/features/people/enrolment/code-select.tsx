import { Select, type SelectProps } from '@mantine/core';
import type { EnrolmentCode } from '#contract/enrolment.ts';
import { useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';

/** The school's reasons of entry or exit, and how each is called in the window's language. */
export function useCodes(): { codes: EnrolmentCode[]; write: (kind: EnrolmentCode['kind'], code: string | null) => string } {
  const format = useFormat();
  const codes = useQueryOf('enrolmentCodes.list', {}).data?.codes ?? [];
  const write = (kind: EnrolmentCode['kind'], code: string | null) => {
    const found = codes.find((each) => each.kind === kind && each.code === code);
    return found ? pickName(format, found.labelEl, found.labelEn) : (code ?? '');
  };
  return { codes, write };
}

/** A choice of the school's reasons of entry or exit; one that the record has already is offered although it was put away. */
export function CodeSelect({ kind, value, ...rest }: Omit<SelectProps, 'data' | 'value'> & { kind: EnrolmentCode['kind']; value: string }) {
  const { codes, write } = useCodes();
  const offered = codes.filter((code) => code.kind === kind && (!code.archived || code.code === value)).map(({ code }) => code);
  const all = value !== '' && !offered.includes(value) ? [...offered, value] : offered;
  return <Select {...rest} value={value === '' ? null : value} data={all.map((code) => ({ value: code, label: write(kind, code) }))} comboboxProps={{ withinPortal: true }} />;
}
