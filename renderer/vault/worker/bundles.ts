/** Signs the bundles of this vault, and checks those of others. */
import { bundleContentSchema, signedTextOf } from '@shared/bundle/bundle';
import { reportContentSchema, signedReportText } from '@shared/bundle/report-document';
import { serviceCodeOf, serviceHashBytes } from '@shared/bundle/service-code';
import { err, ok } from '@shared/kernel/result';
import { fromBase64Url, toBase64Url } from '@shared/survey/reply-format';
import type { BundleSender, BundlesApi, SignedBundle } from '@shared/vault/bundles';
import { format } from '@shared/vault/format';
import type { Sodium } from './crypto/sodium';
import type { OwnerPlansParts } from './owner-plans';

const encoder = new TextEncoder();

export function createBundles({
  parts: { sodium },
  withOpen,
}: Pick<OwnerPlansParts, 'parts' | 'withOpen'>): BundlesApi {
  return {
    bundleSender: () =>
      withOpen(({ keys }) => {
        const { publicKey, privateKey } = sodium.signKeypair(keys.bundleSeed);
        sodium.wipe(privateKey);
        return Promise.resolve(ok(senderOf(sodium, publicKey)));
      }),

    signBundle: ({ text }) =>
      withOpen(({ keys }) => {
        const { publicKey, privateKey } = sodium.signKeypair(keys.bundleSeed);
        const mayBeSigned = isOwnDocument(text, senderOf(sodium, publicKey));
        const signature = mayBeSigned ? toBase64Url(sodium.sign(encoder.encode(text), privateKey)) : null;
        sodium.wipe(privateKey);
        return Promise.resolve(signature === null ? err({ tag: 'NotABundle' } as const) : ok({ signature }));
      }),

    verifyBundles: ({ bundles }) =>
      withOpen(() => Promise.resolve(ok(bundles.map((bundle) => isSigned(sodium, bundle))))),
  };
}

function senderOf(sodium: Sodium, publicKey: Uint8Array): BundleSender {
  return {
    service: serviceCodeOf(sodium.hash(serviceHashBytes, publicKey)),
    publicKey: toBase64Url(publicKey),
  };
}

/** A bundle or a report, in the one spelling that is signed, and under this vault's own name. */
function isOwnDocument(text: string, { service, publicKey }: BundleSender): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  const isOwn = (data: BundleSender): boolean => data.service === service && data.publicKey === publicKey;
  const bundle = bundleContentSchema.safeParse(value);
  if (bundle.success) return signedTextOf(bundle.data) === text && isOwn(bundle.data);
  const report = reportContentSchema.safeParse(value);
  return report.success && signedReportText(report.data) === text && isOwn(report.data);
}

export function isSigned(sodium: Sodium, bundle: SignedBundle): boolean {
  const publicKey = fromBase64Url(bundle.publicKey);
  const signature = fromBase64Url(bundle.signature);
  if (publicKey?.length !== format.signPublicKeyBytes || signature?.length !== format.signatureBytes)
    return false;
  if (senderOf(sodium, publicKey).service !== bundle.service) return false;
  return sodium.verify(signature, encoder.encode(bundle.signedText), publicKey);
}
