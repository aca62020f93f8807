import type { UseFormReturnType } from '@mantine/form';
import type { Draft } from './draft.ts';

/** The form that the dialog's parts share. */
export interface PartProps { form: UseFormReturnType<Draft> }
