/** Channel names alone, so that the preload script stays free of schemas. A test freezes this list. */
export const invokeChannels = [
  'app.info',
  'vault.readHeader',
  'vault.writeHeader',
  'vault.readJournal',
  'vault.appendFrame',
  'vault.cutTail',
  'vault.eraseDemo',
  'file.save',
  'file.savePdf',
  'file.showLastSaved',
  'session.locked',
] as const;
export type InvokeChannel = (typeof invokeChannels)[number];

/** Pushes from main to the page. */
export const pushChannels = ['lock.requested', 'menu.command', 'curtain.requested'] as const;
export type PushChannel = (typeof pushChannels)[number];
