/** The page's own address: scheme and host of the window's protocol. */
export const pageScheme = 'app';
export const pageHost = 'rollbook';
export const pageOrigin = `${pageScheme}://${pageHost}`;

/** What is looked at in a message's sender; Electron's WebFrameMain has it. */
export interface SenderFrame {
  readonly origin: string;
  readonly parent: unknown;
}

/** Whether a message comes from the top frame of our own page: not from a frame inside it, nor from anything that it was led to. */
export function isTrustedSender(frame: SenderFrame | null, origins: readonly string[] = [pageOrigin]): boolean {
  return frame !== null && frame.parent === null && origins.includes(frame.origin);
}
