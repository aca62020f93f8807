import { Button, Center, Loader, Stack } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '#contract/access.ts';
import { followEvents, refreshGate, useGate, useMe } from '../client/index.ts';
import { ChoosePasswordScreen, LockScreen, SignInScreen, UnlockScreen } from '../features/session/index.tsx';
import { SetupScreen } from '../features/setup/index.tsx';
import { EmptyState, PasswordDialog } from '../ui/index.ts';
import { PreviewNotice } from './preview-banner.tsx';
import { router } from './router.tsx';
import { usePreferencesOf } from './use-preferences.ts';
import { withdrawUndoOffers } from './window-messages.tsx';

/** Shows the screen that stands before the program, or the program; lock, renewed sign-in and a password that has to be changed cover it without unmounting it. */
export function Gatekeeper() {
  const { t } = useTranslation();
  const gate = useGate();
  const me = useMe();
  usePreferencesOf(me);
  const covered = gate === 'locked' || gate === 'expired' || gate === 'mustChange';
  const signedIn = gate === 'open' || covered;
  useEffect(() => void refreshGate(), []);
  const follows = gate === 'open' || gate === 'locked';
  useEffect(() => (follows ? followEvents() : undefined), [follows]);
  useEffect(() => {
    if (gate !== 'open') withdrawUndoOffers();
  }, [gate]);
  useEffect(() => {
    // Dialogs and messages live beside the root; behind the lock screen they must be neither seen nor reached.
    const overlays = document.getElementById('overlays');
    overlays?.toggleAttribute('inert', covered);
    overlays?.classList.toggle('covered', covered);
    overlays?.setAttribute('aria-label', t('messages'));
  }, [covered, t]);

  if (gate === 'unknown') return <Center h="100dvh"><Loader /></Center>;
  if (gate === 'unreachable') return <Unreachable />;
  if (gate === 'setup') return <SetupScreen />;
  if (gate === 'unlock') return <UnlockScreen />;
  if (gate === 'signIn') return <SignInScreen />;
  return (
    <>
      <PreviewNotice />
      {signedIn && me && (
        <div key={eyesOf(me)} inert={covered} className={covered ? 'covered' : undefined}>
          <RouterProvider router={router} />
          {/* That screen has a dialog of its own: this one would open behind it. */}
          {gate !== 'mustChange' && <PasswordDialog />}
        </div>
      )}
      {gate === 'locked' && <Veil><LockScreen /></Veil>}
      {gate === 'expired' && <Veil><SignInScreen /></Veil>}
      {gate === 'mustChange' && <Veil><ChoosePasswordScreen /></Veil>}
    </>
  );
}

/** With whose eyes the program is seen: with other eyes it is drawn anew, so that nothing of before stays in sight. */
const eyesOf = (me: Me): string => `${me.user.id} ${me.preview?.nameEl ?? ''}`;

function Veil({ children }: { children: ReactNode }) {
  return <div className="veil">{children}</div>;
}

function Unreachable() {
  const { t } = useTranslation(['errors', 'common']);
  return (
    <Center h="100dvh">
      <Stack component="main">
        <EmptyState icon={<IconPlugConnectedX />} title={t('errors:unreachable')}>
          <Button onClick={() => void refreshGate()}>{t('common:actions.retry')}</Button>
        </EmptyState>
      </Stack>
    </Center>
  );
}
