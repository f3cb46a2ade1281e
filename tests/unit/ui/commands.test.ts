import { describe, expect, it } from 'vitest';
import { pushContract } from '@shared/ipc/contract';
import { menuTemplate } from '../../../electron/shell/menu-template';
import { commandKeys, commandOf, routeOf, type Chord } from '../../../renderer/app/commands';
import { keysInForms, keysInWindow } from '../../../renderer/app/help/other-keys';
import { expectCalm } from './calm';

const chord = (parts: Partial<Chord>): Chord => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...parts,
});

describe('commandOf', () => {
  it.each([
    [{ key: 'k', ctrlKey: true }, 'find'],
    [{ key: 'l', ctrlKey: true }, 'lock'],
    [{ key: 'H', ctrlKey: true, shiftKey: true }, 'curtain'],
    [{ key: 'S', ctrlKey: true, shiftKey: true }, 'new-supervision'],
    [{ key: 'N', ctrlKey: true, shiftKey: true }, 'new-incident'],
    [{ key: ',', ctrlKey: true }, 'settings'],
    [{ key: 'F1' }, 'help'],
    [{ key: 'n', ctrlKey: true }, 'new'],
    [{ key: 'f', ctrlKey: true }, 'find-here'],
    [{ key: 's', ctrlKey: true }, 'save-now'],
    [{ key: 'p', ctrlKey: true }, 'print'],
    [{ key: 'e', ctrlKey: true }, 'export'],
    [{ key: 'F1', ctrlKey: true }, null],
    [{ key: 'F1', shiftKey: true }, null],
    [{ key: '1', code: 'Digit1', ctrlKey: true }, 'today'],
    [{ key: '9', code: 'Digit9', ctrlKey: true }, 'reports'],
    // The digit row of a French keyboard.
    [{ key: '&', code: 'Digit1', ctrlKey: true }, 'today'],
    [{ key: 'k', metaKey: true }, null],
    [{ key: 'k' }, null],
    [{ key: 'k', ctrlKey: true, altKey: true }, null],
    [{ key: '0', code: 'Digit0', ctrlKey: true }, null],
    [{ key: 'k', ctrlKey: true, shiftKey: true }, null],
  ] as const)('reads %o as %s', (parts, command) => {
    expect(commandOf(chord(parts), false)).toBe(command);
  });

  it('listens to Cmd on a Mac, and not to Ctrl', () => {
    expect(commandOf(chord({ key: 'k', metaKey: true }), true)).toBe('find');
    expect(commandOf(chord({ key: 'k', ctrlKey: true }), true)).toBeNull();
  });
});

describe('the table of keys', () => {
  const pressOf = (keys: string): Chord => {
    const parts = keys.split(' ');
    const key = parts.at(-1) ?? '';
    return chord({
      key: parts.includes('Shift') ? key : key.toLowerCase().replace(/^f1$/, 'F1'),
      code: /^\d$/.test(key) ? `Digit${key}` : '',
      ctrlKey: parts.includes('Ctrl'),
      shiftKey: parts.includes('Shift'),
    });
  };

  it('is what the keyboard goes by: each line is heard, and no chord is there twice', () => {
    for (const { command, keys } of commandKeys) expect(commandOf(pressOf(keys), false)).toBe(command);
    const all = [...commandKeys, ...keysInForms, ...keysInWindow].map(({ keys }) => keys);
    expect(all.filter((keys, at) => all.indexOf(keys) !== at)).toEqual([]);
  });

  it('holds every chord that is heard at all', () => {
    const keys = [
      ...Array.from('abcdefghijklmnopqrstuvwxyz0123456789,.-+=/', (key) => key),
      ...Array.from({ length: 12 }, (_, index) => `F${String(index + 1)}`),
      'Enter',
      'Escape',
    ];
    const heard = new Set<string>();
    for (const key of keys)
      for (const ctrlKey of [false, true])
        for (const shiftKey of [false, true]) {
          const code = /^\d$/.test(key) ? `Digit${key}` : '';
          const command = commandOf(chord({ key, code, ctrlKey, shiftKey }), false);
          if (command !== null) heard.add(command);
        }
    expect([...heard].sort()).toEqual(commandKeys.map(({ command }) => command).sort());
  });

  it.each(['linux', 'darwin'])('has the same keys as the menus on %s', (platform) => {
    const found = new Map<string, string | undefined>();
    const walk = (items: ReturnType<typeof menuTemplate>): void => {
      for (const { id, accelerator, submenu } of items) {
        if (id !== undefined) found.set(id, accelerator);
        if (Array.isArray(submenu)) walk(submenu);
      }
    };
    walk(menuTemplate({ platform, isPackaged: true, isUnlocked: true, send: () => undefined }));
    for (const command of pushContract['menu.command'].shape.command.options) {
      const keys = commandKeys.find((each) => each.command === command)?.keys;
      expect(found.get(command)?.replace('CmdOrCtrl', 'Ctrl').replaceAll('+', ' '), command).toBe(keys);
    }
  });

  it('is in calm words', () => {
    for (const { label } of [...commandKeys, ...keysInForms, ...keysInWindow]) expectCalm(label);
  });

  it('leads from Help to the map of the keys', () => {
    expect(routeOf('keyboard')).toBe('/help/keyboard');
  });
});
