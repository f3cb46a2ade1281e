/** `BundlesApi` for the page: a bundle with its signature, as the text of its file. */
import { bundleText, readBundle, signedTextOf, type BundleDraft } from '@shared/bundle/bundle';
import { reportContent, reportText, signedReportText } from '@shared/bundle/report-document';
import { err, ok, type Result } from '@shared/kernel/result';
import type { PublishedReport } from '@shared/reports/published-report';
import type { BundleSender, SignedBundle } from '@shared/vault/bundles';
import type { VaultError } from '@shared/vault/errors';
import type { VaultApi } from '@shared/vault/vault-api';

export type SignError = VaultError | { readonly tag: 'NotABundle' };

export interface Bundles {
  /** Who this vault is in its bundles. */
  sender(): Promise<Result<BundleSender, VaultError>>;
  /** The bytes of the file. `NotABundle`: the figures are none that a bundle may hold. */
  sign(draft: BundleDraft): Promise<Result<Uint8Array<ArrayBuffer>, SignError>>;
  /** A published report, signed: the bytes of the file. */
  signReport(report: PublishedReport): Promise<Result<Uint8Array<ArrayBuffer>, SignError>>;
  /** For each: whether it is signed by its key, and its service is that key's. */
  verify(bundles: readonly SignedBundle[]): Promise<Result<readonly boolean[], VaultError>>;
}

type Ask = <T, E extends { readonly tag: string }>(
  ask: (api: VaultApi) => Promise<Result<T, E>>,
) => Promise<Result<T, E | VaultError>>;

export function createBundlesClient(call: Ask): Bundles {
  return {
    sender: () => call((api) => api.bundleSender({})),
    sign: async (draft) => {
      const sender = await call((api) => api.bundleSender({}));
      if (!sender.ok) return sender;
      const content = { ...draft, ...sender.value };
      const signedText = signedTextOf(content);
      if (signedText === null) return err({ tag: 'NotABundle' });
      const signed = await call((api) => api.signBundle({ text: signedText }));
      if (!signed.ok) return signed;
      const text = bundleText(content, signed.value.signature);
      // What this very code could not read again must not leave.
      if (text === null || !readBundle(text).ok) return err({ tag: 'NotABundle' });
      return ok(new TextEncoder().encode(text));
    },
    signReport: async (report) => {
      const sender = await call((api) => api.bundleSender({}));
      if (!sender.ok) return sender;
      const content = reportContent(report, sender.value);
      const signedText = signedReportText(content);
      if (signedText === null) return err({ tag: 'NotABundle' });
      const signed = await call((api) => api.signBundle({ text: signedText }));
      if (!signed.ok) return signed;
      const text = reportText(content, signed.value.signature);
      return text === null ? err({ tag: 'NotABundle' }) : ok(new TextEncoder().encode(text));
    },
    verify: (bundles) => call((api) => api.verifyBundles({ bundles })),
  };
}
