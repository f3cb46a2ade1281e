/** Chosen files → bundles that are what they say. What is wrong with one is said of that one, and the others are kept. */
import { maxBundleLength, readBundle, type Bundle, type BundleProblem } from '@shared/bundle/bundle';
import { ok, type Result } from '@shared/kernel/result';
import type { SignedBundle } from '@shared/vault/bundles';
import type { VaultError } from '../../../vault';

/** Of a file, what is read. */
export interface BundleFile {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

export type FileProblem = BundleProblem | 'unreadable' | 'signature-wrong';

export interface ReadFiles {
  readonly bundles: readonly Bundle[];
  /** In the order of the files. */
  readonly problems: readonly { readonly name: string; readonly problem: FileProblem }[];
}

export const mostFilesAtOnce = 2000;
/** So many at a time: the page draws and answers in between. */
const readTogether = 10;

/** What systems put into folders by themselves; nobody sent it. */
const systemFile = /^(?:\.|thumbs\.db$|desktop\.ini$)/iu;

export function ownFiles<File extends BundleFile>(files: readonly File[]): readonly File[] {
  return files.filter(({ name }) => !systemFile.test(name));
}

type Verify = (bundles: readonly SignedBundle[]) => Promise<Result<readonly boolean[], VaultError>>;

/** A file that is too large for a bundle is not read. */
async function textOf(file: BundleFile): Promise<Result<string, FileProblem>> {
  if (file.size > maxBundleLength) return { ok: false, error: 'too-large' };
  try {
    return ok(await file.text());
  } catch {
    // Gone or locked since it was chosen; the browser says no more.
    return { ok: false, error: 'unreadable' };
  }
}

export async function readBundleFiles(
  files: readonly BundleFile[],
  verify: Verify,
): Promise<Result<ReadFiles, VaultError>> {
  const bundles: Bundle[] = [];
  const problems: { readonly name: string; readonly problem: FileProblem }[] = [];
  for (let at = 0; at < files.length; at += readTogether) {
    const slice = files.slice(at, at + readTogether);
    const texts = await Promise.all(slice.map(textOf));
    const read = texts.map((text) => (text.ok ? readBundle(text.value) : text));
    const signed = read.flatMap((each) =>
      each.ok ? [{ ...signedOf(each.value.bundle), signedText: each.value.signedText }] : [],
    );
    const verified = await verify(signed);
    if (!verified.ok) return verified;
    let checked = 0;
    for (const [place, each] of read.entries()) {
      const name = slice[place]?.name ?? '';
      if (!each.ok) {
        problems.push({ name, problem: each.error });
        continue;
      }
      if (verified.value[checked] === true) bundles.push(each.value.bundle);
      else problems.push({ name, problem: 'signature-wrong' });
      checked += 1;
    }
  }
  return ok({ bundles, problems });
}

function signedOf({
  service,
  publicKey,
  signature,
}: Bundle): Pick<SignedBundle, 'service' | 'publicKey' | 'signature'> {
  return { service, publicKey, signature };
}
