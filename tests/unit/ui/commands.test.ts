import { describe, expect, it } from 'vitest';
import { commandOf, type Chord } from '../../../renderer/app/commands';

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
