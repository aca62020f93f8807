import { Button, Table, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '#contract/exchange.ts';
import { fieldsOf, importFields, type ImportField, type ImportTarget } from '#contract/import-targets.ts';
import { writeValue, type ValueWords } from '../../ui/changes/index.ts';
import { TextLink } from '../../ui/index.ts';
import { CellsEditor } from './cells-editor.tsx';
import { describeProblem } from './describe-problem.ts';
import classes from './exchange.module.css';
import { valueField } from './value-field.ts';

/** How the cells of a line are mended: in which import, under which headings, and what is done with them. */
export interface Mending { id: string; header: readonly string[]; onMend: (edits: Record<string, string>) => void }

const isImportField = (field: string): field is ImportField => importFields.some((name) => name === field);

interface OneRowProps { row: ImportRow; target: ImportTarget; words: ValueWords; mending?: Mending | undefined; columns: number }

/** One row: what becomes of it, and, on demand, the cells of its line. */
export function OneRow({ row, target, words, mending, columns }: OneRowProps) {
  const { t } = useTranslation('exchange');
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const write = (field: ImportRow['cells'][number]['field'], value: string | null) => {
    if (!isImportField(field)) return value ?? '';
    const isFlag = fieldsOf(target)[field]?.kind === 'flag';
    return writeValue(valueField(field), isFlag && value !== null ? Number(value) : value, words);
  };
  const leave = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <Table.Tr>
        <Table.Td>{row.place ? <>{t(`bundle.file.${row.place.file}`)} {words.format.number(row.place.line)}</> : words.format.number(row.line)}</Table.Td>
        <Table.Td>{row.studentId ? <TextLink to="/students/$studentId" params={{ studentId: row.studentId }}>{row.label}</TextLink> : row.label}</Table.Td>
        {row.fate !== 'same' && (
          <Table.Td>
            <ul className={classes.cells}>
              {row.cells.map(({ field, before, after }) => (
                <li key={field}>
                  <Text span size="sm" c="dimmed">{isImportField(field) ? t(`field.${field}`) : field.slice(field.indexOf('.') + 1)}: </Text>
                  {before && <><span className={classes.old}>{write(field, before)}</span>{' → '}</>}
                  {write(field, after)}
                </li>
              ))}
            </ul>
          </Table.Td>
        )}
        <Table.Td>
          <ul className={classes.cells}>
            {row.problems.map((problem) => (
              <li key={`${problem.messageKey} ${problem.field}`}>
                {problem.field && <Text span size="sm" c="dimmed">{t(`field.${problem.field}`)}: </Text>}
                {describeProblem(problem)}
              </li>
            ))}
          </ul>
        </Table.Td>
        {mending && (
          <Table.Td>
            <Button ref={opener} size="compact-xs" variant="default" aria-expanded={open} aria-label={t('mend.line', { line: row.line })} onClick={() => setOpen(!open)}>{t('mend.open')}</Button>
          </Table.Td>
        )}
      </Table.Tr>
      {mending && open && (
        <Table.Tr>
          <Table.Td colSpan={columns}>
            <CellsEditor id={mending.id} line={row.line} header={mending.header} onLeave={leave}
              onSave={(edits) => {
                leave();
                mending.onMend(edits);
              }} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
