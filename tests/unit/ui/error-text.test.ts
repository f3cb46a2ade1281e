import { describe, expect, it } from 'vitest';
import { errorCode, errorText, type ExpectedError } from '../../../renderer/app/error-text';

const everyError: readonly ExpectedError[] = [
  { tag: 'VaultLocked' },
  { tag: 'WrongPassphrase' },
  { tag: 'WrongRecoveryCode' },
  { tag: 'VaultAbsent' },
  { tag: 'VaultExists' },
  { tag: 'HeaderCorrupt' },
  { tag: 'EnvelopeCorrupt', where: '12' },
  { tag: 'EnvelopeTooNew', version: 9 },
  { tag: 'RevisionConflict', id: '00', currentRevision: 2 },
  { tag: 'StorageFull' },
  { tag: 'StorageUnavailable', code: 'EIO' },
  { tag: 'KdfOutOfMemory' },
  { tag: 'VaultInUse' },
  { tag: 'InUse' },
  { tag: 'BackupFolder', problem: 'full', code: 'ENOSPC' },
  { tag: 'BackupFolder', problem: 'missing', code: 'ENOENT' },
  { tag: 'BackupFolder', problem: 'read-only', code: 'EROFS' },
  { tag: 'BackupFolder', problem: 'too-large', code: 'EFBIG' },
  { tag: 'BackupFolder', problem: 'own-folder', code: 'EINVAL' },
  { tag: 'BackupFolder', problem: 'failed', code: 'EIO' },
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

describe('errorText', () => {
  it.each(everyError.map((error) => [error.tag, error] as const))('has calm words for %s', (_tag, error) => {
    const text = errorText(error);
    expect(text).toMatch(/[.]$|here\.$/);
    expect(text).not.toMatch(/please|sorry|oops|invalid|failed to|employee|victim/i);
    for (const sentence of text.split('. ')) expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
  });

  it('hands the reasons of a record on', () => {
    const error: ExpectedError = {
      tag: 'RecordInvalid',
      issues: [{ path: 'name', message: 'Enter something here' }],
    };
    expect(errorText(error)).toBe('Enter something here');
  });

  it('puts a code beside the tag where there is one', () => {
    expect(errorCode({ tag: 'WriteFailed', code: 'EACCES' })).toBe('WriteFailed EACCES');
    expect(errorCode({ tag: 'HeaderCorrupt' })).toBe('HeaderCorrupt');
  });
});
