import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { holdFile, registerFileTarget } from '../ui/index.ts';

/** A file dropped anywhere opens the imports, which then take it. */
export function useFileImport(): void {
  const navigate = useNavigate();
  useEffect(() => registerFileTarget((file) => {
    holdFile(file);
    void navigate({ to: '/imports' });
  }), [navigate]);
}
