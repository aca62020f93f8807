import { permissionWords, resourceWords } from '#contract/permission-words.ts';
import type { Permission } from '#contract/permissions.ts';
import { fold } from '../../../app/palette/fold.ts';
import { matrix, type Action } from './rules-matrix.ts';

/**
 * Makes the function that finds permissions by what people type: each word is a part of the kind of record, of the action or of the plain
 * sentence, in either language. `namesOf`: what an action is called in both.
 */
export function createFinder(namesOf: (action: Action) => readonly string[]): (typed: string) => ReadonlySet<Permission> {
  const texts = matrix.flatMap(({ rows }) => rows).flatMap(({ resource, cells }) => cells.map(({ permission, action }) => {
    const kind = resourceWords[resource], sentence = permissionWords[permission];
    return { permission, text: fold([kind.el, kind.en, sentence.el, sentence.en, ...namesOf(action)].join(' ')) };
  }));
  return (typed) => {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    return new Set(texts.filter(({ text }) => words.every((word) => text.includes(word))).map(({ permission }) => permission));
  };
}
