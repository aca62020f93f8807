import { useForm } from '@mantine/form';
import { errorCodes } from '#contract/errors.ts';
import { contract, type Input, type ProcedureName } from '#contract/index.ts';
import { useCommand } from '../../client/index.ts';
import { focusFirstError, useSave, validateWith } from '../../ui/index.ts';

interface Options<K extends ProcedureName, V> {
  initial: V;
  /** The call that the form makes; its fields have the same paths as the form's. */
  toInput: (values: V) => Input<K>;
  onClose: () => void;
}

/** A dialog's form over one command: checked by the command's own schema, sent, closed when saved; a refusal stands at its fields. */
export function useDialog<K extends ProcedureName, V extends Record<string, unknown>>(name: K, { initial, toInput, onClose }: Options<K, V>) {
  const command = useCommand(name, { handles: errorCodes });
  const check = validateWith(contract[name].input);
  const form = useForm<Record<string, unknown>>({ initialValues: initial, validate: (values) => check(toInput(values as V)) });
  const { failure, save } = useSave(form, onClose);
  const onSubmit = form.onSubmit(
    (values) => void save(() => command.mutateAsync(toInput(values as V))),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  return { form, values: form.getValues() as V, dialog: { busy: command.isPending, failure, isDirty: form.isDirty, onSubmit, onClose } };
}

/** What a text field sends: empty as nothing. */
export const orNull = (value: string | null): string | null => (value === '' ? null : value);
