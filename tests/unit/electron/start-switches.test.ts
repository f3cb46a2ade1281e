import { expect, test } from 'vitest';
import { refusalWords, refusedSwitch } from '../../../electron/shell/start-switches';

test.each([
  ['--no-sandbox', 'no-sandbox'],
  ['--remote-debugging-port=9222', 'remote-debugging-port'],
  ['--remote-debugging-pipe', 'remote-debugging-pipe'],
  ['--inspect', 'inspect'],
  ['--inspect-brk=127.0.0.1:0', 'inspect-brk'],
  ['--JS-FLAGS=--expose-gc', 'js-flags'],
  ['/no-sandbox', 'no-sandbox'],
  ['-inspect=0', 'inspect'],
])('%s is refused', (argument, name) => {
  expect(refusedSwitch(['/opt/steading', argument])).toBe(name);
  expect(refusedSwitch(['/opt/steading', '--user-data-dir=/x', argument, 'file'])).toBe(name);
});

test.each([
  [[]],
  [['/opt/steading']],
  [['/opt/Steading/steading', '--user-data-dir=/home/a/--no-sandbox', '--lang=en-GB']],
  [['/opt/steading', '/home/a/inspect', 'no-sandbox', '--inspector', '--no-sandboxes']],
])('%j may stand', (argv) => {
  expect(refusedSwitch(argv)).toBeNull();
});

test('where an AppImage set the switch by itself, the words say what does start', () => {
  expect(refusalWords(true)).toContain('.deb');
  expect(refusalWords(false)).toContain('from its own icon');
});
