import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import type { Failure } from '#contract/errors.ts';
import { toFailure } from '../client/index.ts';
import { applyFieldErrors } from './form-errors.tsx';

/** Sends a dialog's form; a refusal stands in the form, at its fields where it names them, and what was typed stays. */
export function useSave<V extends Record<string, unknown>>(form: UseFormReturnType<V>, onSaved: () => void) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (send: () => Promise<unknown>) => {
    setFailure(null);
    try {
      await send();
      onSaved();
    } catch (error) {
      const refusal = toFailure(error);
      setFailure(refusal);
      if (refusal.fields) applyFieldErrors(form, refusal);
    }
  };
  return { failure, save };
}
