import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { Preview } from '#contract/access.ts';
import { endPreview, reportFailure, startPreview } from '../client/index.ts';

/** Where one was when the preview began. Outlives a reload of the page, as the preview does. */
const returnTo = 'rollbook.previewFrom';

/** Seeing the program as a role or a person: begins at the home screen, and ends at the screen from which one came. */
export function usePreview() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const run = async (change: () => Promise<void>, destination: () => string) => {
    setBusy(true);
    try {
      await change();
      // Nothing that was typed meanwhile could be saved: nobody is asked whether to leave it.
      await router.navigate({ href: destination(), ignoreBlocker: true });
    } catch (error) {
      reportFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    start: (as: Preview) => run(async () => {
      const from = router.state.location.href;
      await startPreview(as);
      sessionStorage.setItem(returnTo, from);
    }, () => '/'),
    end: () => run(endPreview, () => sessionStorage.getItem(returnTo) ?? '/'),
  };
}
