/** Bytes. What is smaller is copied before anyone notices. */
const heavy = 256 * 1024;

/**
 * The memory behind large byte arrays of a call's input or its answer. It is handed over to the other thread and not copied: copying a dropped file
 * holds the window up. Whoever sends them has empty arrays afterwards. An array that shares its memory with others is copied all the same.
 */
export function heavyBuffers(message: unknown): ArrayBuffer[] {
  const parts: unknown[] = typeof message === 'object' && message !== null ? Object.values(message) : [];
  const buffers = parts.flatMap((part) =>
    (part instanceof Uint8Array && part.byteLength >= heavy && part.buffer instanceof ArrayBuffer && part.byteLength === part.buffer.byteLength ? [part.buffer] : []));
  return [...new Set(buffers)];
}
