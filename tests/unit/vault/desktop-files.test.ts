import { expect, it, vi } from 'vitest';
import { createDesktopFiles } from '../../../renderer/vault/desktop-files';

it('speaks for one vault over the channels, and turns a refusal of the wrapper into a failed write', async () => {
  const bytes = Uint8Array.of(1, 2);
  const desktop = {
    'vault.readHeader': vi.fn().mockResolvedValue({ ok: true, value: { bytes } }),
    'vault.writeHeader': vi.fn().mockResolvedValue({ ok: false, error: { tag: 'UntrustedSender' } }),
    'vault.readJournal': vi.fn().mockResolvedValue({ ok: true, value: { bytes, end: 9 } }),
    'vault.appendFrame': vi.fn().mockResolvedValue({ ok: false, error: { tag: 'OffsetMismatch', end: 4 } }),
    'vault.cutTail': vi.fn().mockResolvedValue({ ok: false, error: { tag: 'BadArguments' } }),
  };
  const files = createDesktopFiles(desktop, 'demo');
  expect(await files.readHeader()).toEqual({ ok: true, value: bytes });
  expect(await files.writeHeader(bytes)).toEqual({
    ok: false,
    error: { tag: 'WriteFailed', code: 'UNTRUSTED' },
  });
  expect(await files.readJournal(3, 5)).toEqual({ ok: true, value: { bytes, end: 9 } });
  expect(await files.appendFrame(7, bytes)).toEqual({ ok: false, error: { tag: 'OffsetMismatch', end: 4 } });
  expect(await files.cutTail(2)).toEqual({ ok: false, error: { tag: 'WriteFailed', code: 'BADARGS' } });
  expect(desktop['vault.appendFrame']).toHaveBeenCalledWith({ vault: 'demo', offset: 7, frame: bytes });
});
