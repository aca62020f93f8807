import { useSyncExternalStore } from 'react';

/**
 * Which screen stands between the user and the program.
 * `setup`, `unlock`, `signIn`: nothing else is there. `locked`, `expired`, `mustChange`: over the mounted program, whose forms keep what was typed;
 * `mustChange`, a password that has to be changed first, also where no program stands yet.
 */
export type GateState = 'unknown' | 'unreachable' | 'setup' | 'unlock' | 'signIn' | 'locked' | 'expired' | 'mustChange' | 'open';

let state: GateState = 'unknown';
const listeners = new Set<() => void>();

/** The gate now. */
export function readGate(): GateState {
  return state;
}

/** Moves the gate and tells the screens. */
export function setGate(next: GateState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

/** The session is over: sign in again over the open program, or on an empty screen where there was none. */
export function requireSignIn(): void {
  setGate(['open', 'locked', 'expired', 'mustChange'].includes(state) ? 'expired' : 'signIn');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The gate as React sees it. */
export function useGate(): GateState {
  return useSyncExternalStore(subscribe, readGate);
}
