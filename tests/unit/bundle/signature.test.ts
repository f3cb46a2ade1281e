/** Bundles signed in the real vault, and every way in which one is not what was signed. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBundle, signedTextOf, type BundleContent } from '@shared/bundle/bundle';
import { reportContent, signedReportSchema, signedReportText } from '@shared/bundle/report-document';
import { recordKinds } from '@shared/records/registry';
import type { PublishedReport } from '@shared/reports/published-report';
import type { VaultApi } from '@shared/vault/vault-api';
import { createBundlesClient } from '../../../renderer/vault/bundles-client';
import { isSigned } from '../../../renderer/vault/worker/bundles';
import { loadSodium, type Sodium } from '../../../renderer/vault/worker/crypto/sodium';
import { contentOf, draftOf, hidden, madeUpDraft, shown, signedFile } from '../../support/made-up-bundles';
import { at, must, passphraseOf, setupVaultKit, testId } from '../../support/vault-kit';

let sodium: Sodium;
beforeAll(async () => {
  sodium = await loadSodium();
});

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const clientOf = (vault: VaultApi) => createBundlesClient((ask) => ask(vault));
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function verifies(text: string): boolean {
  const read = readBundle(text);
  if (!read.ok) return false;
  const { bundle, signedText } = read.value;
  return isSigned(sodium, { ...bundle, signedText });
}

async function openVault(): Promise<{ vault: VaultApi; restart: () => Promise<VaultApi> }> {
  const kit = await setupVaultKit();
  const vault = await kit.restart();
  must(await vault.create({ passphrase: passphraseOf() }));
  return { vault, restart: () => kit.restart() };
}

/** RFC 8032, section 7.1, tests 1 to 3. */
const vectors = [
  {
    secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    secret: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

describe('Ed25519', () => {
  it.each(vectors)('signs as RFC 8032 has it: message "$message"', (vector) => {
    const keys = sodium.signKeypair(hex(vector.secret));
    expect(Buffer.from(keys.publicKey).toString('hex')).toBe(vector.publicKey);
    const signature = sodium.sign(hex(vector.message), keys.privateKey);
    expect(Buffer.from(signature).toString('hex')).toBe(vector.signature);
    expect(sodium.verify(signature, hex(vector.message), keys.publicKey)).toBe(true);
    expect(sodium.verify(signature, hex(`${vector.message}00`), keys.publicKey)).toBe(false);
  });
});

describe('a vault', () => {
  it('signs a bundle under a name that stays the same after a restart, and is another in another vault', async () => {
    const { vault, restart } = await openVault();
    const first = textOf(must(await clientOf(vault).sign(madeUpDraft(1))));
    expect(verifies(first)).toBe(true);
    const again = await restart();
    must(await again.unlock({ passphrase: passphraseOf() }));
    expect(textOf(must(await clientOf(again).sign(madeUpDraft(1))))).toBe(first);
    const other = textOf(must(await clientOf((await openVault()).vault).sign(madeUpDraft(1))));
    const senders = [first, other].map((text) => {
      const { service, publicKey, signature } = must(readBundle(text)).bundle;
      return { service, publicKey, signature };
    });
    expect(senders[0]?.service).not.toBe(senders[1]?.service);
    expect(senders[0]?.publicKey).not.toBe(senders[1]?.publicKey);
  });

  it('checks bundles of others, one by one', async () => {
    const { vault } = await openVault();
    const files = [7, 8].map((seed) => signedFile(sodium, madeUpDraft(seed), seed));
    const [right, other] = files.map((text) => {
      const { bundle, signedText } = must(readBundle(text));
      return { ...bundle, signedText };
    });
    if (right === undefined || other === undefined) throw new Error('No bundle');
    const mixed = { ...right, publicKey: other.publicKey, service: other.service };
    const renamed = { ...right, service: other.service };
    const answers = must(await clientOf(vault).verify([right, mixed, renamed, other]));
    expect(answers).toEqual([true, false, false, true]);
  });

  it('signs nothing but its own bundle in the one spelling', async () => {
    const { vault } = await openVault();
    const sender = must(await vault.bundleSender({}));
    const content = { ...madeUpDraft(3), ...sender };
    const text = signedTextOf(content) ?? '';
    expect(text).not.toBe('');
    must(await vault.signBundle({ text }));
    const elses: BundleContent = contentOf(sodium, madeUpDraft(3), 3);
    for (const refused of [
      ` ${text}`,
      'I owe you 500 pounds',
      '{}',
      signedTextOf(elses) ?? '',
      JSON.stringify({ ...content, note: 'x' }),
    ]) {
      expect(await vault.signBundle({ text: refused })).toEqual({ ok: false, error: { tag: 'NotABundle' } });
    }
  });

  it('refuses figures that no bundle may hold, before they are signed', async () => {
    const { vault } = await openVault();
    const few = draftOf([shown('2026-03', 'leavers', 3)]);
    expect(await clientOf(vault).sign(few)).toEqual({ ok: false, error: { tag: 'NotABundle' } });
  });

  it('answers nothing while it is locked or handed over', async () => {
    const { vault } = await openVault();
    const locked = { ok: false, error: { tag: 'VaultLocked' } };
    const expectShut = async (): Promise<void> => {
      expect(await vault.bundleSender({})).toEqual(locked);
      expect(await vault.signBundle({ text: '' })).toEqual(locked);
      expect(await vault.verifyBundles({ bundles: [] })).toEqual(locked);
    };
    const id = testId(700);
    const value = { ...recordKinds['wellbeing-wave'].examples[0], lockedOn: null };
    must(
      await vault.commit({
        writes: [{ type: 'put', kind: 'wellbeing-wave', id, baseRevision: 0, value }],
        at,
      }),
    );
    must(await vault.handOverRound({ waveId: id }));
    await expectShut();
    await vault.lock({});
    must(await vault.unlock({ passphrase: passphraseOf() }));
    must(await vault.bundleSender({}));
    await vault.lock({});
    await expectShut();
  });
});

describe('a mutated bundle', () => {
  it('never verifies, whichever byte of it is another', () => {
    const file = signedFile(
      sodium,
      draftOf([shown('2026-03', 'headcount', 20), hidden('2026-03', 'leavers')]),
      5,
    );
    expect(verifies(file)).toBe(true);
    const original = JSON.stringify(JSON.parse(file));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: file.length - 2 }),
        fc.integer({ min: 0x20, max: 0x7e }),
        fc.constantFrom('replace', 'insert', 'drop', 'cut'),
        (place, code, how) => {
          const letter = String.fromCharCode(code);
          const rest = file.slice(how === 'insert' ? place : place + 1);
          const mutated = file.slice(0, place) + (how === 'drop' ? '' : how === 'cut' ? '' : letter);
          const text = how === 'cut' ? mutated : mutated + rest;
          let isSame = false;
          try {
            isSame = JSON.stringify(JSON.parse(text)) === original;
          } catch {
            isSame = false;
          }
          // White space between two values says nothing else than before.
          expect(verifies(text)).toBe(isSame);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never throws, whatever it is read from', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((text) => `{"format":"steading-bundle","a":${text}}`),
        ),
        (text) => {
          expect(verifies(text)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is refused with the reason', () => {
    const file = signedFile(sodium, madeUpDraft(9), 9);
    const value = JSON.parse(file) as Record<string, unknown>;
    const refused = (over: Record<string, unknown>): unknown => {
      const read = readBundle(JSON.stringify({ ...value, ...over }));
      return read.ok ? 'read' : read.error;
    };
    expect(refused({})).toBe('read');
    expect(refused({ format: 'other' })).toBe('not-a-bundle');
    expect(refused({ version: 2, more: 1 })).toBe('newer-version');
    expect(refused({ note: 'x' })).toBe('not-as-described');
    expect(refused({ periodTo: '2020-01' })).toBe('not-as-described');
    expect(refused({ tables: { months: [shown('2026-03', 'leavers', 4)] } })).toBe('shows-small-number');
    expect(refused({ tables: { months: [shown('2026-03', 'leavers', 5.5)] } })).toBe('shows-small-number');
    expect(refused({ tables: { months: [shown('2027-03', 'leavers', 5)] } })).toBe('not-as-described');
    const twice = [shown('2026-03', 'leavers', 5), shown('2026-03', 'leavers', 6)];
    expect(refused({ tables: { months: twice } })).toBe('not-as-described');
    const silent = { ...shown('2026-03', 'leavers', 5), value: null };
    expect(refused({ tables: { months: [silent] } })).toBe('not-as-described');
    expect(readBundle('x'.repeat(2_000_001))).toEqual({ ok: false, error: 'too-large' });
  });
});

describe('a report as JSON', () => {
  const report: PublishedReport = {
    title: 'Board summary',
    serviceName: null,
    periodWords: 'April 2025 to March 2026',
    sections: [
      {
        id: 'people',
        title: 'People in post',
        parts: [
          { kind: 'text', paragraphs: ['24 people were in post.'] },
          {
            kind: 'table',
            id: 'in-post',
            title: 'People in post',
            note: 'On the last day.',
            columns: ['Measure', 'People'],
            rows: [{ label: 'Everyone counted', cells: ['24'], isTotal: true }],
          },
        ],
      },
    ],
    footnotes: ['[c] = not shown.'],
    fileStem: 'board-summary-2026-03',
  };
  const signedBy = (text: string): boolean => {
    const { signature, ...content } = signedReportSchema.parse(JSON.parse(text));
    const signedText = signedReportText(content) ?? '';
    return isSigned(sodium, { ...content, signature, signedText });
  };

  it('is signed with the key of the bundles, and any other number in it shows', async () => {
    const { vault } = await openVault();
    const text = textOf(must(await clientOf(vault).signReport(report)));
    expect(signedBy(text)).toBe(true);
    expect(signedBy(text.replaceAll('24', '25'))).toBe(false);
    expect(JSON.parse(text)).toMatchObject({ service: must(await clientOf(vault).sender()).service });
    // It is no bundle, and is told so.
    expect(readBundle(text)).toMatchObject({ ok: false, error: 'not-a-bundle' });
  });

  it('is not signed where it is something else under the same roof', async () => {
    const { vault } = await openVault();
    const sender = must(await clientOf(vault).sender());
    const odd = JSON.stringify({ ...reportContent(report, sender), note: 'more' });
    expect(await vault.signBundle({ text: odd })).toMatchObject({ ok: false, error: { tag: 'NotABundle' } });
    const foreign = signedReportText(reportContent(report, { ...sender, service: 'AAAAAAAAAA' })) ?? '';
    expect(await vault.signBundle({ text: foreign })).toMatchObject({ ok: false });
  });
});
