/** What can be asked for by key or by name. Not every one has a key. */
export const COMMANDS = [
  'go-inbox',
  'go-mine',
  'go-unassigned',
  'go-templates',
  'go-settings',
  'search',
  'palette',
  'sheet',
  'next',
  'previous',
  'select',
  'back',
  'assign',
  'assign-me',
  'hand-over',
  'status',
  'labels',
  'reply',
  'note',
  'close',
  'undo',
  'copy',
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** Keys of a command, one after the other, as `KeyboardEvent.key` names them; for the sheet and for reading. */
export const SHORTCUTS: readonly { readonly command: CommandName; readonly keys: readonly string[] }[] = [
  { command: 'next', keys: ['j'] },
  { command: 'previous', keys: ['k'] },
  { command: 'select', keys: ['x'] },
  { command: 'back', keys: ['Escape'] },
  { command: 'search', keys: ['/'] },
  { command: 'assign', keys: ['a'] },
  { command: 'assign-me', keys: ['i'] },
  { command: 'status', keys: ['s'] },
  { command: 'reply', keys: ['r'] },
  { command: 'note', keys: ['n'] },
  { command: 'close', keys: ['e'] },
  { command: 'undo', keys: ['u'] },
  { command: 'go-inbox', keys: ['g', 'i'] },
  { command: 'go-mine', keys: ['g', 'm'] },
  { command: 'go-unassigned', keys: ['g', 'u'] },
  { command: 'go-templates', keys: ['g', 't'] },
  { command: 'sheet', keys: ['?'] },
];

/** A key as it was pressed. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Held down. */
  readonly repeat: boolean;
  /** Part of a character that is put together from several keys. */
  readonly isComposing: boolean;
}

/** Where it was pressed. */
export interface KeySituation {
  /** The focus is where text goes. */
  readonly isInField: boolean;
  /** A dialog, menu or list lies over the page. */
  readonly isCovered: boolean;
  /** The account has single keys switched on. */
  readonly hasSingleKeys: boolean;
  /** The key before was the first of two. */
  readonly hasPrefix: boolean;
}

/** What a key press asks for. `isPrefix`: the next key belongs to it. */
export interface KeyReading {
  readonly command: CommandName | null;
  readonly isPrefix: boolean;
}

const NOTHING: KeyReading = { command: null, isPrefix: false };
const PREFIX = 'g';
const REPEATABLE: ReadonlySet<CommandName> = new Set(['next', 'previous']);

/**
 * Reads one key press. Single characters count outside of fields only, and only where the account has them switched
 * on (WCAG 2.1.4); what takes Ctrl or Cmd counts everywhere but under an overlay.
 */
export function readKey(press: KeyPress, situation: KeySituation): KeyReading {
  if (press.isComposing || situation.isCovered) return NOTHING;
  if (press.ctrlKey || press.metaKey) return readWithModifier(press);
  if (press.altKey || situation.isInField) return NOTHING;
  if (press.key === 'Escape') return { command: 'back', isPrefix: false };
  // Where ? and / lie differs with the keyboard; a letter with Shift is another letter.
  if (!situation.hasSingleKeys || (press.shiftKey && /^\p{L}$/u.test(press.key))) return NOTHING;
  if (situation.hasPrefix) return commandOf([PREFIX, press.key]);
  if (press.key === PREFIX && !press.repeat) return { command: null, isPrefix: true };
  const reading = commandOf([press.key]);
  const isHeld = press.repeat && reading.command !== null && !REPEATABLE.has(reading.command);
  return isHeld ? NOTHING : reading;
}

function readWithModifier(press: KeyPress): KeyReading {
  const isPalette =
    press.key.toLowerCase() === 'k' && press.ctrlKey !== press.metaKey && !press.altKey && !press.shiftKey;
  return isPalette ? { command: 'palette', isPrefix: false } : NOTHING;
}

function commandOf(keys: readonly string[]): KeyReading {
  const found = SHORTCUTS.find(
    (shortcut) =>
      shortcut.keys.length === keys.length && shortcut.keys.every((key, index) => key === keys[index]),
  );
  return { command: found?.command ?? null, isPrefix: false };
}
