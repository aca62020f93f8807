import { protocol } from 'electron';
import { pageScheme } from './sender.ts';

/** Makes `app:` a secure, standard scheme. Before the application is ready, or never. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}
