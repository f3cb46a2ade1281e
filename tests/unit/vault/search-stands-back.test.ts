import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { personKind } from '@shared/records/person/person';
import { canonicalJson } from '@shared/vault/canonical-json';
import type { Contents } from '../../../renderer/vault/worker/contents';
import { createVaultSearch } from '../../../renderer/vault/worker/search';
import { testId } from '../../support/vault-kit';

const body = new TextEncoder().encode(canonicalJson(personKind.examples[0]!) ?? '');

function setupSearch(records = 40) {
  const ids = Array.from({ length: records }, (_, index) => testId(index));
  const bodies = new Map<RecordId, Uint8Array>(ids.map((id) => [id, body]));
  const read = vi.fn(() => ({ tableId: personKind.tableId, schema: personKind.schemaVersion, savedAt: 1 }));
  const search = createVaultSearch();
  search.begin({ manifest: { get: read }, bodies } as unknown as Contents);
  return { search, read, bodies };
}

describe('indexing in the background', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('begins once the first screen had its time', () => {
    const { search, read } = setupSearch();
    vi.advanceTimersByTime(250);
    expect(read).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(read).toHaveBeenCalled();
    search.end();
  });

  it('stands back while a call is under way and for a moment after it', () => {
    const { search, read } = setupSearch();
    search.hold();
    search.hold();
    vi.advanceTimersByTime(5000);
    search.release();
    vi.advanceTimersByTime(5000);
    expect(read).not.toHaveBeenCalled();
    search.release();
    vi.advanceTimersByTime(20);
    expect(read).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20);
    expect(read).toHaveBeenCalled();
    search.end();
  });

  it('waits again when calls follow each other, also for what was saved in them', () => {
    const { search, read } = setupSearch();
    vi.advanceTimersByTime(1000);
    read.mockClear();
    for (let call = 0; call < 20; call += 1) {
      search.hold();
      search.changed([testId(call)]);
      vi.advanceTimersByTime(5);
      search.release();
      vi.advanceTimersByTime(15);
    }
    expect(read).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(read).toHaveBeenCalledTimes(20);
    search.end();
  });

  it('still answers at once, and does nothing more after the end', () => {
    const { search, read } = setupSearch();
    search.hold();
    const [example] = personKind.examples;
    const answer = search.find({ text: example!.name, limit: 5 });
    expect(answer.ok && answer.value.hits).toHaveLength(5);
    search.end();
    read.mockClear();
    search.release();
    vi.advanceTimersByTime(5000);
    expect(read).not.toHaveBeenCalled();
  });
});
