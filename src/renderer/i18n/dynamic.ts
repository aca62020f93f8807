import i18next from 'i18next';
import type { FieldError, Failure } from '#contract/errors.ts';
import type { en } from './en.ts';

type Namespace = keyof typeof en;
type Params = Record<string, string | number>;

/** The text for a key that the program sent, so that the compiler cannot know it; null when there is none. */
export function translateKey(namespace: Namespace, key: string, params: Params = {}): string | null {
  // Names of procedures hold dots: look for the whole key first, then for a path.
  for (const keySeparator of [false, '.'] as const) {
    const text: unknown = i18next.t(key as never, { ...params, ns: namespace, keySeparator, defaultValue: '' } as never);
    if (typeof text === 'string' && text !== '') return text;
  }
  return null;
}

/** What went wrong, in a sentence. */
export function describeFailure(failure: Failure): string {
  const exact = failure.messageKey ? translateKey('errors', failure.messageKey, failure.params) : null;
  return exact ?? translateKey('errors', failure.code, failure.params) ?? failure.code;
}

/** What is wrong with one field. */
export function describeFieldError(error: FieldError): string {
  return translateKey('errors', error.messageKey, error.params) ?? translateKey('errors', 'invalidInput') ?? error.messageKey;
}

/** What a command did, in the past tense. */
export function describeProcedure(name: string): string {
  return translateKey('procedures', name) ?? name;
}

/** The name of a kind of record. */
export function describeEntity(entity: string): string {
  return translateKey('entities', entity) ?? entity;
}

/** The name of a field; columns of the database come as `snake_case`. */
export function describeField(field: string): string {
  const name = field.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
  return translateKey('fields', name) ?? name;
}
