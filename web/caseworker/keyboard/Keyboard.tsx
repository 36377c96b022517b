import { lazy, Suspense, useLayoutEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useDashboard } from '../app/dashboard.ts';
import { readKey } from './shortcuts.ts';
import { useCommand } from './use-command.ts';

const PREFIX_LASTS = 1_500; // 1.5 seconds

const CommandPalette = lazy(() =>
  import('./CommandPalette.tsx').then(({ CommandPalette }) => ({ default: CommandPalette })),
);
const ShortcutSheet = lazy(() =>
  import('./ShortcutSheet.tsx').then(({ ShortcutSheet }) => ({ default: ShortcutSheet })),
);

/** Listens for keys while somebody is signed in, and holds what belongs to no page: the palette and the sheet. */
export function Keyboard({ hasSingleKeys }: { readonly hasSingleKeys: boolean }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'palette' | 'sheet' | null>(null);
  useKeys(hasSingleKeys);
  useCommand('go-inbox', () => navigate('/inbox'));
  useCommand('go-mine', () => navigate('/inbox?view=my-cases'));
  useCommand('go-unassigned', () => navigate('/inbox?view=unassigned'));
  useCommand('go-templates', () => navigate('/templates'));
  useCommand('go-settings', () => navigate('/settings'));
  useCommand('search', () => navigate('/search', { state: { isByKey: true } }));
  useCommand('palette', () => setOpen('palette'));
  useCommand('sheet', () => setOpen('sheet'));

  return (
    <Suspense>
      {open === 'palette' && <CommandPalette onClose={() => setOpen(null)} />}
      {open === 'sheet' && <ShortcutSheet hasSingleKeys={hasSingleKeys} onClose={() => setOpen(null)} />}
    </Suspense>
  );
}

/** Where text goes, and what surrounds it where a slip would cost too much: there a letter is a letter. */
const FIELDS =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable], [role=textbox], [data-letters-are-text]';
const OVERLAYS = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

function useKeys(hasSingleKeys: boolean): void {
  const { commands } = useDashboard();

  useLayoutEffect(() => {
    let hasPrefix = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isCovered = false;

    // Asked before anybody answers the key: by the end a closed overlay is gone, and its Escape would count again.
    const look = () => {
      isCovered = document.querySelector(OVERLAYS) !== null;
    };
    const read = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const isInField = event.target instanceof Element && event.target.closest(FIELDS) !== null;
      const reading = readKey(event, { isInField, isCovered, hasSingleKeys, hasPrefix });
      hasPrefix = reading.isPrefix;
      clearTimeout(timer);
      if (hasPrefix) timer = setTimeout(() => (hasPrefix = false), PREFIX_LASTS);
      if (reading.command !== null && commands.run(reading.command)) event.preventDefault();
    };

    addEventListener('keydown', look, { capture: true });
    addEventListener('keydown', read);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', look, { capture: true });
      removeEventListener('keydown', read);
    };
  }, [commands, hasSingleKeys]);
}
