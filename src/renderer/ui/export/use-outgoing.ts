import { useForm } from '@mantine/form';
import { useState } from 'react';
import { outgoing, type Outgoing } from '#contract/disclosures.ts';
import { focusFirstError } from '../form-errors.tsx';
import { validateWith } from '../validate.ts';

const nothingTyped: { recipient: string; purpose: string; basis: Outgoing['basis']; note: string } = { recipient: '', purpose: '', basis: 'directory', note: '' };

/** Whether a list leaves the school and, if so, to whom, why and on what ground. `read` gives undefined while something is missing, which is then marked. */
export function useOutgoing() {
  const [leaves, setLeaves] = useState(false);
  const form = useForm({ initialValues: nothingTyped, validate: validateWith(outgoing) });
  const read = (): Outgoing | null | undefined => {
    if (!leaves) return null;
    const { hasErrors, errors } = form.validate();
    if (!hasErrors) return outgoing.parse(form.getValues());
    focusFirstError(form, Object.keys(errors));
    return undefined;
  };
  return { leaves, setLeaves, form, read };
}
export type OutgoingState = ReturnType<typeof useOutgoing>;
