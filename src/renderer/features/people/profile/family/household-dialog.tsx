import { Checkbox, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import { useCommand } from '../../../../client/index.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { DateField, DialogForm, focusFirstError, useSave, validateWith } from '../../../../ui/index.ts';
import { writeName } from '../../student-name.ts';

type Answer = Output<'households.get'>;
export interface HouseholdDialogProps extends Answer { studentId: string; onClose: () => void }

const rules = contract['households.save'].input.pick({ from: true, household: true, personIds: true });
/** `Ομήρου 12, 199 01 Ανατολή` in its parts; what cannot be told apart stays with the street. */
function splitAddress(address: string | null) {
  const parts = /^(.*), (\d{3} ?\d{2}) (.+)$/.exec(address ?? '');
  return { address: parts?.[1] ?? address ?? '', postalCode: parts?.[2] ?? '', city: parts?.[3] ?? '' };
}

/** Sets the address and members of a household as from a day. */
export function HouseholdDialog({ studentId, household, proposed, address, phone, onClose }: HouseholdDialogProps) {
  const { t } = useTranslation(['family', 'fields']);
  const format = useFormat();
  const command = useCommand('households.save', { handles: errorCodes });
  const known = household?.details ?? null;
  const start = known ? { address: known.address, postalCode: known.postalCode ?? '', city: known.city ?? '', phone: known.phone ?? '' } : { ...splitAddress(address), phone: phone ?? '' };
  const suggested = household ? [] : proposed.filter(({ why }) => why.some((each) => each !== 'guardian')).map(({ personId }) => personId);
  const form = useForm({
    initialValues: {
      from: new Date().toLocaleDateString('sv-SE'), household: start,
      personIds: [...(household?.members.map(({ personId }) => personId) ?? []), ...suggested],
    },
    validate: validateWith(rules),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ studentId, id: household?.id ?? null, rev: household?.rev ?? null, ...values })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  const field = (name: keyof typeof start) => ({ ...form.getInputProps(`household.${name}`), label: t(`fields:${name}`), autoComplete: 'off' });
  const people = [
    ...(household?.members.map((member) => ({ ...member, note: t('household.since', { date: format.date(member.since) }) })) ?? []),
    ...proposed.map((person) => ({ ...person, note: person.why.map((why) => t(`household.why.${why}`)).join(', ') })),
  ];
  return (
    <DialogForm title={household ? t('household.editTitle') : t('household.makeTitle')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput {...field('address')} required data-autofocus />
        <TextInput {...field('city')} />
        <TextInput {...field('postalCode')} />
        <TextInput {...field('phone')} type="tel" />
        <DateField {...form.getInputProps('from')} label={t('household.from')} description={t('household.fromHint')} required />
      </SimpleGrid>
      <Checkbox.Group label={t('household.members')} {...form.getInputProps('personIds')}>
        <Stack gap={8} mt={6}>
          {people.map((person) => (
            <Checkbox key={person.personId} value={person.personId} label={[writeName(format, person), person.division ?? person.level].filter(Boolean).join(' · ')} description={person.note} />
          ))}
        </Stack>
      </Checkbox.Group>
    </DialogForm>
  );
}
