import { describe, expect, it } from 'vitest';
import {
  careErrorText,
  errorText,
  type CareTask,
  type ExpectedError,
} from '../../../renderer/app/error-text';
import { expectCalm } from './calm';

const tasks: readonly CareTask[] = [
  'read',
  'check',
  'back-up',
  'drill',
  'restore',
  'bring-back',
  'purge',
  'erase',
];
const errors: readonly ExpectedError[] = [
  { tag: 'VaultLocked' },
  { tag: 'WrongPassphrase' },
  { tag: 'WrongRecoveryCode' },
  { tag: 'VaultAbsent' },
  { tag: 'VaultExists' },
  { tag: 'HeaderCorrupt' },
  { tag: 'EnvelopeCorrupt', where: '12' },
  { tag: 'EnvelopeTooNew', version: 9 },
  { tag: 'RecordKeyMissing', where: '00' },
  ...(['foreign', 'newer', 'truncated', 'altered'] as const).map(
    (reason) => ({ tag: 'BackupUnreadable', reason }) as const,
  ),
  { tag: 'RevisionConflict', id: '00', currentRevision: 2 },
  { tag: 'StorageFull' },
  { tag: 'StorageUnavailable', code: 'EIO' },
  { tag: 'KdfOutOfMemory' },
  { tag: 'VaultInUse' },
  { tag: 'InUse' },
  { tag: 'BackupFolder', problem: 'missing', code: 'ENOENT' },
  { tag: 'RecordInvalid', issues: [] },
  { tag: 'KindUnknown' },
  { tag: 'SchemaTooNew', version: 9 },
  { tag: 'Cancelled' },
  { tag: 'DiskFull' },
  { tag: 'WriteFailed', code: 'EACCES' },
  { tag: 'ReadFailed', code: 'EIO' },
  { tag: 'OffsetMismatch', end: 1 },
  { tag: 'UntrustedSender' },
  { tag: 'BadArguments' },
];

describe('careErrorText', () => {
  it.each(tasks)('has calm words for everything that can go wrong with: %s', (task) => {
    for (const error of errors) {
      const text = careErrorText(error, task);
      expect(text).toMatch(/\.$/);
      expectCalm(text);
    }
  });

  it('does not speak of unsaved words where none were typed', () => {
    for (const task of tasks) {
      for (const tag of ['VaultLocked', 'StorageFull', 'DiskFull'] as const) {
        expect(careErrorText({ tag }, task)).not.toMatch(/your words|not saved/i);
      }
      expect(careErrorText({ tag: 'StorageUnavailable', code: 'EIO' }, task)).not.toMatch(/your words/i);
    }
  });

  it('says of a backup that an older one has older secrets, and only of a backup', () => {
    expect(careErrorText({ tag: 'WrongPassphrase' }, 'drill')).toContain('passphrase of its day');
    expect(careErrorText({ tag: 'WrongPassphrase' }, 'erase')).toBe(errorText({ tag: 'WrongPassphrase' }));
  });
});
