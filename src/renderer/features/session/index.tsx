export { ChoosePasswordScreen } from './choose-password-screen.tsx';
export { LockScreen } from './lock-screen.tsx';
export { SignInScreen } from './sign-in-screen.tsx';
export { UnlockScreen } from './unlock-screen.tsx';
