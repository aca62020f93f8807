import { useForm, type UseFormReturnType } from '@mantine/form';
import { password, schoolDraft, type SchoolDraft } from '#contract/setup.ts';
import { describeFieldError } from '../../i18n/dynamic.ts';
import { i18next, readLanguage } from '../../i18n/index.ts';
import { proposeYear } from './rules-year.ts';

/** What the wizard holds: the school as the program wants it, and what is typed twice. */
export interface WizardValues extends SchoolDraft {
  passwordAgain: string;
  passphrase: string;
  passphraseAgain: string;
}
export type WizardForm = UseFormReturnType<WizardValues>;

/** A school that has just been made, until its recovery code is kept. */
export interface CreatedSchool {
  recoveryCode: string;
  school: SchoolDraft;
}

export type WizardStep = 'school' | 'year' | 'account' | 'passphrase' | 'summary';
const fieldsOfStep: Record<WizardStep, readonly string[]> = {
  school: ['nameEl', 'nameEn'], year: ['year', 'terms'], account: ['admin', 'passwordAgain'], passphrase: ['passphrase', 'passphraseAgain'], summary: [],
};

/** The wizard's form, with today's school year filled in. */
export function useWizardForm(): WizardForm {
  return useForm<WizardValues>({
    mode: 'controlled',
    initialValues: {
      nameEl: '', nameEn: '', language: readLanguage(), ...proposeYear(localToday(), termNames()),
      admin: { username: '', displayName: '', password: '' }, passwordAgain: '', passphrase: '', passphraseAgain: '',
    },
  });
}

function localToday(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

function termNames() {
  const [el, en] = [i18next.getFixedT('el', 'setup'), i18next.getFixedT('en', 'setup')];
  const both = (key: 'termNames.first' | 'termNames.second') => ({ el: el(key), en: en(key) });
  return { first: both('termNames.first'), second: both('termNames.second') };
}

/** A name and password that fit, for the steps before the account, whose later rules look at the whole draft. */
const anyAdmin = { username: 'admin', displayName: 'admin', password: 'admin-admin' };

/** What is wrong on one step, by the contract's rules; empty when it is right. */
export function checkStep(step: WizardStep, values: WizardValues): Record<string, string> {
  const errors: Record<string, string> = {};
  const beforeAccount = step === 'school' || step === 'year';
  // The rules over dates only run on a draft whose fields are all in form: give the step's own failures first.
  const draft = schoolDraft.safeParse({ ...values, admin: beforeAccount ? anyAdmin : values.admin });
  for (const issue of draft.error?.issues ?? []) {
    const path = issue.path.join('.');
    if (fieldsOfStep[step].some((field) => path === field || path.startsWith(`${field}.`))) errors[path] ??= describeFieldError({ path, messageKey: issue.message });
  }
  const mismatch = i18next.t('setup:account.mismatch');
  if (step === 'account' && values.admin.password !== values.passwordAgain) errors['passwordAgain'] = mismatch;
  if (step === 'passphrase') {
    const parsed = password.safeParse(values.passphrase);
    for (const issue of parsed.error?.issues ?? []) errors['passphrase'] ??= describeFieldError({ path: 'passphrase', messageKey: issue.message });
    if (values.passphrase !== values.passphraseAgain) errors['passphraseAgain'] = mismatch;
  }
  return errors;
}
