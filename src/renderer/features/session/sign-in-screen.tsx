import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, resumeSession, toFailure, useQueryOf } from '../../client/index.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import { useCountdown } from '../../ui/index.ts';
import { AdministratorRecovery } from './administrator-recovery.tsx';
import { CodeStep } from './code-step.tsx';
import { PasswordStep } from './password-step.tsx';

type Step = 'password' | 'code' | 'recovery';

/** Who are you? Name and password, the code where the account has one, and the last way back in. The refusal says the same whether or not the user exists. */
export function SignInScreen() {
  const { t } = useTranslation('session');
  const { data: status } = useQueryOf('setup.status', {});
  const [step, setStep] = useState<Step>('password');
  const [typed, setTyped] = useState({ username: '', password: '' });
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // Only that name has to wait: a colleague at the same computer does not.
  const [waiting, setWaiting] = useState<string | null>(null);
  const wait = useCountdown();

  const send = async (account: typeof typed, code: string) => {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await call('auth.signIn', { ...account, code });
      if (answer.state === 'signedIn') return await resumeSession();
      if (answer.state === 'codeNeeded') {
        setTyped(account);
        setStep('code');
        return;
      }
      wait.start(answer.waitSeconds);
      setWaiting(account.username);
      setFailure(t(code === '' ? 'signIn.refused' : 'code.refused'));
    } catch (error) {
      setFailure(describeFailure(toFailure(error)));
    } finally {
      setBusy(false);
    }
  };
  const go = (next: Step) => {
    setFailure(null);
    setStep(next);
    // The name stays, so that it need not be typed again; the password is typed anew.
    if (next === 'password') setTyped({ ...typed, password: '' });
  };
  const type = (next: typeof typed) => {
    if (next.username !== typed.username) setFailure(null);
    setTyped(next);
  };
  const tried = { failure, busy, seconds: typed.username === waiting ? wait.seconds : 0 };

  if (step === 'recovery') return <AdministratorRecovery onBack={() => go('password')} />;
  if (step === 'code') return <CodeStep {...tried} username={typed.username} onSubmit={(code) => void send(typed, code)} onBack={() => go('password')} />;
  return (
    <PasswordStep {...tried} typed={typed} demo={status?.demo ?? null} onType={type} onSubmit={(account) => void send(account, '')} onRecover={() => go('recovery')} />
  );
}
