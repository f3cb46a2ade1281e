/**
 * Opens a profile that somebody meddled with and says what the vault made of it. Noticed is an error value, or
 * anything in the report, the check or the log that is not as in a whole vault. Whatever it shows must be what was
 * once saved under that id and revision, to the letter.
 */
import type { RecordId } from '@shared/kernel/ids';
import { kindNames } from '@shared/records/registry';
import { canonicalJson } from '@shared/vault/canonical-json';
import type { BackupSecret } from '@shared/vault/vault-care';
import type { StoredOutline, UnlockReport, VaultApi } from '@shared/vault/vault-api';
import { pullOutlines } from '../support/outlines';
import { codeOf, passphraseOf } from '../support/vault-kit';
import { openProfile, passphrase, versionKey, type Profile, type SeededVault } from './seeded-vault';

export type Verdict =
  | { readonly how: 'refused'; readonly what: string }
  | { readonly how: 'told' | 'checked' | 'log'; readonly what: string }
  | { readonly how: 'missed' | 'crashed' | 'wrong'; readonly what: string };

export interface Judged {
  readonly verdict: Verdict;
  /** Records that stood and are not shown as they stood; null when nothing was opened. */
  readonly notShown: number | null;
}

/** After everything that the seeded vault did. */
export const checkedAt = Date.UTC(2027, 0, 1);

export const secretOf = (text: string = passphrase): BackupSecret => ({
  by: 'passphrase',
  bytes: passphraseOf(text),
});

export async function judgeOpening(
  seeded: SeededVault,
  profile: Profile,
  by: BackupSecret['by'] = 'passphrase',
): Promise<Judged> {
  const { vault } = openProfile(seeded.sodium, profile);
  try {
    const opening =
      by === 'passphrase'
        ? vault.unlock({ passphrase: passphraseOf(passphrase) })
        : vault.unlockWithRecoveryCode({ code: codeOf(seeded.recoveryCode) });
    const early = await pullOutlines(vault);
    const opened = await opening;
    if (!opened.ok) return refused(opened.error);
    const differs = await earlyDiffers(early, vault);
    if (differs !== null) return { verdict: { how: 'wrong', what: differs }, notShown: null };
    const shown = await compare(seeded, vault);
    if (shown.wrong !== null) return { verdict: { how: 'wrong', what: shown.wrong }, notShown: null };
    const { notShown } = shown;
    const told = whatIsTold(opened.value);
    if (told !== null) return { verdict: { how: 'told', what: told }, notShown };
    const checked = await vault.check({ at: checkedAt });
    if (!checked.ok) return refused(checked.error);
    const after = await compare(seeded, vault);
    if (after.wrong !== null) return { verdict: { how: 'wrong', what: after.wrong }, notShown: null };
    const [first] = checked.value.findings;
    if (first !== undefined) {
      const what = `${first.piece} ${first.problem}`;
      return { verdict: { how: 'checked', what }, notShown: after.notShown };
    }
    const log = await vault.auditLog({});
    if (!log.ok) return refused(log.error);
    if (log.value.brokenAt !== null)
      return { verdict: { how: 'log', what: `broken at ${String(log.value.brokenAt)}` }, notShown };
    return { verdict: { how: 'missed', what: `${String(notShown)} records not as they stood` }, notShown };
  } catch (cause) {
    return crashed(cause);
  }
}

export function refused(error: { readonly tag: string }): Judged {
  return { verdict: { how: 'refused', what: error.tag }, notShown: null };
}

export function crashed(cause: unknown): Judged {
  const what = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return { verdict: { how: 'crashed', what }, notShown: null };
}

/** Null when the report is that of a whole vault. */
export function whatIsTold(report: UnlockReport): string | null {
  const [first] = report.findings;
  if (first !== undefined) return `${first.piece} ${first.problem}`;
  if (report.isOlderCopy) return 'older copy';
  if (report.tornBytes > 0) return 'torn';
  if (report.savedFromCache > 0) return 'saved from cache';
  if (report.cacheWasEmpty) return 'cache was empty';
  if (report.cacheRowsRepaired > 0) return 'rows repaired';
  return report.keptSealed > 0 ? 'kept sealed' : null;
}

interface Shown {
  /** The first record that says what was never saved under its id and revision. */
  readonly wrong: string | null;
  readonly notShown: number;
}

/** What a page would show before everything is checked, and keep when it is told that it stands. */
async function earlyDiffers(
  early: ReadonlyMap<RecordId, StoredOutline> | null,
  vault: VaultApi,
): Promise<string | null> {
  const stands = await vault.outlinesStand({});
  if (!stands.ok || !stands.value) return null;
  if (early === null) return 'outlines stand that were not handed over';
  let count = 0;
  for (const kind of kindNames) {
    const listed = await vault.outlinesOf({ kind });
    if (!listed.ok) return `${kind} not listed: ${listed.error.tag}`;
    count += listed.value.length;
    for (const outline of listed.value)
      if (canonicalJson(early.get(outline.id)) !== canonicalJson(outline))
        return `outline of ${kind} ${outline.id}`;
  }
  return count === early.size ? null : `${String(early.size)} outlines of ${String(count)}`;
}

export async function compare(seeded: SeededVault, vault: VaultApi): Promise<Shown> {
  const missing = new Set<RecordId>(seeded.standing.keys());
  for (const kind of kindNames) {
    const listed = await vault.list({ kind });
    if (!listed.ok) return { wrong: `${kind} not listed: ${listed.error.tag}`, notShown: missing.size };
    for (const { id, revision, value } of listed.value) {
      const said = seeded.said.get(versionKey(id, revision));
      // What comes out was canonical when it went in: mostly it is so still.
      const plain = JSON.stringify(value);
      const text = plain === said ? plain : canonicalJson(value);
      if (said !== text)
        return { wrong: `${kind} ${id} revision ${String(revision)}`, notShown: missing.size };
      if (seeded.standing.get(id) === `${String(revision)} ${text}`) missing.delete(id);
    }
  }
  return { wrong: null, notShown: missing.size };
}
