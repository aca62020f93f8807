import { app, type Session, type WebContents } from 'electron';

/** Refuses every permission that a page could ask for, except those that a click on our own page needs. */
export function denyPermissions(session: Session): void {
  // Copying the recovery code or a table's cells: writing only, and only from the user's own gesture.
  const allowed = new Set(['clipboard-sanitized-write']);
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
}

/** Every page of this program stays where it is: no other windows, no other addresses, no embedded browsers. */
export function confinePages(isOwnAddress: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => { if (!isOwnAddress(event.url)) event.preventDefault(); });
    contents.on('will-frame-navigate', (event) => { if (!event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault(); });
    contents.on('will-redirect', (event) => event.preventDefault());
  });
}
