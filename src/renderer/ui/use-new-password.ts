import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#contract/errors.ts';
import { describeFieldError } from '../i18n/dynamic.ts';

const nothingTyped = { password: '', again: '' };
type Typed = typeof nothingTyped;

/** A new password that is typed twice: what is wrong with it is said before it is sent, and afterwards what the program has against it. */
export function useNewPassword(least: number) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Typed>(nothingTyped);
  const [errors, setErrors] = useState<Partial<Typed>>({});
  const inputs = { password: useRef<HTMLInputElement>(null), again: useRef<HTMLInputElement>(null) };
  const show = (found: Partial<Typed>) => {
    setErrors(found);
    const first = found.password ? inputs.password : found.again ? inputs.again : null;
    window.setTimeout(() => first?.current?.focus());
    return first === null;
  };
  return {
    password: typed.password,
    /** What the two fields need. */
    fields: { typed, errors, least, inputs, onType: (change: Partial<Typed>) => setTyped({ ...typed, ...change }) },
    /** True when it can be sent; else says why not. */
    check: () => show({
      ...(typed.password.length < least && { password: describeFieldError({ path: 'password', messageKey: 'passwordShorterThan', params: { length: least } }) }),
      ...(typed.password !== typed.again && { again: t('newPassword.mismatch') }),
    }),
    /** Says at the field why the program refused; false when the refusal is not about the password. */
    take: (failure: Failure) => {
      const wrong = failure.fields?.find(({ path }) => path === 'password');
      return wrong !== undefined && !show({ password: describeFieldError(wrong) });
    },
    clear: () => {
      setTyped(nothingTyped);
      setErrors({});
    },
  };
}
export type NewPasswordFields = ReturnType<typeof useNewPassword>['fields'];
