import { describeEntity } from '../../i18n/dynamic.ts';

const named = 4;

/** The kinds of records that a change touched; a change of everything does not need to name them all. */
export function listEntities(entities: readonly string[]): string {
  const names = entities.slice(0, named).map(describeEntity).join(', ');
  return entities.length > named ? `${names}…` : names;
}
