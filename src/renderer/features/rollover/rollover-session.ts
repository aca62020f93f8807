import { useState } from 'react';
import type { Output } from '#contract/index.ts';
import { queryClient } from '../../client/index.ts';

/** A simulation that was made: its key, and the years between which it moves the students. */
export interface MadeSimulation {
  id: string; students: number;
  from: { id: string; label: string; endDate: string; status: string };
  to: { id: string | null; label: string; startDate: string; endDate: string };
}
export type Step = { at: 'choose' } | { at: 'look'; made: MadeSimulation } | { at: 'done'; made: MadeSimulation; result: Output<'rollover.commit'> };

/** Kept while the window is open, so that a look at a student and Back returns to the same simulation. Sign-out forgets it. */
const key = ['rollover.session'];

/** The step at which the user is. */
export function useStep(): [Step, (step: Step) => void] {
  const [step, setStep] = useState<Step>(() => queryClient.getQueryData<Step>(key) ?? { at: 'choose' });
  return [step, (next) => {
    queryClient.setQueryData(key, next.at === 'done' ? { at: 'choose' } : next);
    setStep(next);
  }];
}
