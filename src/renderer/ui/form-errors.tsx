import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#contract/errors.ts';
import { describeFailure, describeFieldError } from '../i18n/dynamic.ts';

/** What these need of a Mantine form, whatever its values. */
interface AnyForm {
  setErrors(errors: Record<string, string>): void;
  getInputNode(path: string): { focus(): void } | null;
}

/** Puts a failure's fields on a form and moves the focus to the first; `prefix` is the form's place in the input (`details.`). */
export function applyFieldErrors(form: AnyForm, failure: Failure, prefix = ''): void {
  const errors = Object.fromEntries((failure.fields ?? []).map((field) => [
    field.path.startsWith(prefix) ? field.path.slice(prefix.length) : field.path, describeFieldError(field),
  ]));
  form.setErrors(errors);
  focusFirstError(form, Object.keys(errors));
}

/** Moves the focus to the first field of `paths` that the form shows. */
export function focusFirstError(form: AnyForm, paths: string[]): void {
  // After the errors have been drawn, so that a screen reader reads field and error together.
  window.setTimeout(() => paths.map((path) => form.getInputNode(path)).find((node) => node !== null)?.focus());
}

/** A form's failure above its buttons; what was typed stays. */
export function FormFailure({ failure }: { failure: Failure | null }) {
  const { t } = useTranslation();
  if (!failure) return null;
  const fields = failure.fields?.length ?? 0;
  return (
    <Alert color="red" role="alert">
      {failure.code === 'invalidInput' && fields > 0 ? t('checkFields', { count: fields }) : describeFailure(failure)}
    </Alert>
  );
}
