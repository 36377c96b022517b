import { describe, expect, it } from '@jest/globals';
import { COMMANDS, type KeyPress, type KeySituation, readKey, SHORTCUTS } from './shortcuts.ts';

const onPage: KeySituation = { isInField: false, isCovered: false, hasSingleKeys: true, hasPrefix: false };

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  const { ctrlKey = false, metaKey = false, altKey = false, shiftKey = false } = more;
  const { repeat = false, isComposing = false } = more;
  return { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing };
}
const read = (key: KeyPress, situation: Partial<KeySituation> = {}) =>
  readKey(key, { ...onPage, ...situation }).command;

describe('the keyboard', () => {
  it.each(SHORTCUTS.filter(({ keys }) => keys.length === 1))(
    'reads $keys as $command',
    ({ command, keys }) => {
      expect(read(press(keys[0] ?? ''))).toBe(command);
    },
  );

  it.each(SHORTCUTS.filter(({ keys }) => keys.length === 2))(
    'reads $keys as $command',
    ({ command, keys }) => {
      const first = readKey(press(keys[0] ?? ''), onPage);

      expect(first).toEqual({ command: null, isPrefix: true });
      expect(read(press(keys[1] ?? ''), { hasPrefix: first.isPrefix })).toBe(command);
    },
  );

  it('names no two commands by the same keys, and none that does not exist', () => {
    const keys = SHORTCUTS.map((shortcut) => shortcut.keys.join(' '));

    expect(new Set(keys).size).toBe(keys.length);
    expect(SHORTCUTS.every(({ command }) => COMMANDS.includes(command))).toBe(true);
  });

  it('takes the second of two keys for itself alone', () => {
    expect(read(press('x'), { hasPrefix: true })).toBeNull();
    expect(read(press('i'), { hasPrefix: true })).toBe('go-inbox');
    expect(read(press('i'))).toBe('assign-me');
  });

  it.each(SHORTCUTS.flatMap(({ keys }) => keys))('leaves %s to the field that has the focus', (key) => {
    expect(read(press(key), { isInField: true })).toBeNull();
  });

  it.each(['j', 'g', '/', '?', 'e'])('leaves %s alone where single keys are switched off', (key) => {
    expect(readKey(press(key), { ...onPage, hasSingleKeys: false })).toEqual({
      command: null,
      isPrefix: false,
    });
  });

  it('goes back on Escape also where single keys are switched off: it is no character', () => {
    expect(read(press('Escape'), { hasSingleKeys: false })).toBe('back');
  });

  it('opens the list of commands with Ctrl or Cmd, in fields too', () => {
    expect(read(press('k', { ctrlKey: true }), { isInField: true, hasSingleKeys: false })).toBe('palette');
    expect(read(press('K', { metaKey: true }))).toBe('palette');
    expect(read(press('k', { ctrlKey: true, shiftKey: true }))).toBeNull();
    expect(read(press('k', { ctrlKey: true, altKey: true }))).toBeNull();
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)(
    'leaves the browser its own keys with %s',
    (modifier) => {
      expect(read(press('r', { [modifier]: true }))).toBeNull();
      expect(read(press('a', { [modifier]: true }))).toBeNull();
    },
  );

  it('does nothing under a dialog or a menu', () => {
    expect(read(press('Escape'), { isCovered: true })).toBeNull();
    expect(read(press('j'), { isCovered: true })).toBeNull();
    expect(read(press('k', { ctrlKey: true }), { isCovered: true })).toBeNull();
  });

  it('finds ? and / wherever they lie on the keyboard, and takes capitals for other letters', () => {
    expect(read(press('?', { shiftKey: true }))).toBe('sheet');
    expect(read(press('/', { shiftKey: true }))).toBe('search');
    expect(read(press('J', { shiftKey: true }))).toBeNull();
    expect(read(press('e', { shiftKey: true }))).toBeNull();
  });

  it('repeats moving while a key is held, and nothing else', () => {
    expect(read(press('j', { repeat: true }))).toBe('next');
    expect(read(press('e', { repeat: true }))).toBeNull();
    expect(readKey(press('g', { repeat: true }), onPage).isPrefix).toBe(false);
  });

  it('leaves characters that are being put together alone', () => {
    expect(read(press('j', { isComposing: true }))).toBeNull();
  });
});
