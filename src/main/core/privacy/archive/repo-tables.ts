import type { FieldClass } from '#contract/permissions.ts';
import type { Reader } from '../../store/reader.ts';
import { careTables } from './repo-care.ts';
import { guardianTables } from './repo-guardian.ts';
import { personTables } from './repo-person.ts';
import { schoolTables } from './repo-school.ts';
import type { AreaKey, Row, Table } from './rules-tables.ts';

/** A table of a person's file as it is read: `@id` is the person or student that it is about. */
export interface TableSource { area: AreaKey; key: string; fieldClass?: FieldClass; columns: readonly string[]; sql: string }

const sources = { student: [...personTables, ...schoolTables, ...careTables], guardian: guardianTables };

/**
 * Reads the tables about one subject that the field classes show. What there is of another class is not read but counted, so that the file
 * can say that it is not whole. `params` go to every statement.
 */
export function readTables(db: Reader, kind: keyof typeof sources, id: string, classes: readonly FieldClass[], children: readonly string[] = []): { tables: Table[]; leftOut: FieldClass[] } {
  const tables: Table[] = [];
  const leftOut = new Set<FieldClass>();
  for (const { area, key, fieldClass = 'ordinary', columns, sql } of sources[kind]) {
    const params = { id, children: JSON.stringify(children) };
    const used = Object.fromEntries(Object.entries(params).filter(([name]) => sql.includes(`@${name}`)));
    if (classes.includes(fieldClass)) {
      const rows = db.all<Row>(sql, used);
      if (rows.length > 0) tables.push({ area, key, columns, rows });
    } else if (db.get(`SELECT 1 FROM (${sql}) LIMIT 1`, used) !== undefined) leftOut.add(fieldClass);
  }
  return { tables, leftOut: [...leftOut] };
}
