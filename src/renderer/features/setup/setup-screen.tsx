import { useState } from 'react';
import { RecoveryScreen } from './recovery-screen.tsx';
import { RestoreScreen } from './restore-screen.tsx';
import { WelcomeScreen } from './welcome-screen.tsx';
import { Wizard } from './wizard.tsx';
import type { CreatedSchool } from './wizard-form.ts';

/** The first run: choose a way in, answer the wizard, keep the recovery code. */
export function SetupScreen() {
  const [view, setView] = useState<'welcome' | 'wizard' | 'restore'>('welcome');
  const [created, setCreated] = useState<CreatedSchool | null>(null);
  const back = () => setView('welcome');
  if (created) return <RecoveryScreen created={created} />;
  if (view === 'wizard') return <Wizard onBack={back} onCreated={setCreated} />;
  if (view === 'restore') return <RestoreScreen onBack={back} />;
  return <WelcomeScreen onCreate={() => setView('wizard')} onRestore={() => setView('restore')} />;
}
