import 'i18next';
import type { en } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
    // Names of procedures are keys with a dot; groups inside a namespace are addressed with one too.
    returnNull: false;
  }
}
