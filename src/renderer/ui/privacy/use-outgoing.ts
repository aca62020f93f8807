import { useForm } from '@mantine/form';
import { useState } from 'react';
import { outgoing, type Outgoing } from '#contract/disclosures.ts';
import { focusFirstError, validateWith } from '../index.ts';

const nothingTyped: { recipient: string; purpose: string; basis: Outgoing['basis']; note: string } = { recipient: '', purpose: '', basis: 'directory', note: '' };

/** Whether a list leaves the school and, if so, to whom, why and on what ground. `read` gives undefined while something is missing, which is then marked. `before`: what was said the last time. */
export function useOutgoing(before: Outgoing | null = null) {
  const [leaves, setLeaves] = useState(before !== null);
  const form = useForm({ initialValues: before === null ? nothingTyped : { ...before, note: before.note ?? '' }, validate: validateWith(outgoing) });
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
