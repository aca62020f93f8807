import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '#contract/errors.ts';
import { call, toFailure } from '../../client/index.ts';
import { registerFileTarget, takeHeldFile } from '../../ui/index.ts';

const largest = 50 * 1024 * 1024;

/** Takes a file that was dropped or chosen, stores it and opens its import. */
export function useStartImport() {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const start = useCallback(async (file: File) => {
    setFailure(null);
    if (file.size > largest || file.size === 0) {
      setFailure({ code: 'refused', messageKey: file.size === 0 ? 'fileEmpty' : 'fileTooLarge' });
      return;
    }
    setBusy(true);
    try {
      const { fileId } = await call('files.upload', { name: file.name, content: new Uint8Array(await file.arrayBuffer()) });
      const { id } = await call('imports.create', { fileId });
      await navigate({ to: '/imports/$importId', params: { importId: id } });
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setBusy(false);
    }
  }, [navigate]);
  useEffect(() => {
    const held = takeHeldFile();
    if (held) void start(held);
    return registerFileTarget((file) => void start(file));
  }, [start]);
  return { start, busy, failure };
}
