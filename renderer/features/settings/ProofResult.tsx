import { kindNames } from '@shared/records/registry';
import type { BackupProof } from '@shared/vault/vault-care';
import { kindCount } from '../../records/record-words';
import { Note } from '../../ui';
import { sizeWords } from './backup-words';
import styles from './backup.module.css';
import { whenWords } from './BackupFields';

/** What a backup says of itself once everything in it was opened. */
export function ProofResult(props: { readonly proof: BackupProof; readonly title: string }) {
  const { proof, title } = props;
  const kinds = kindNames.filter((kind) => (proof.recordsByKind[kind] ?? 0) > 0);
  return (
    <div className={styles.stack}>
      <Note kind={proof.hasDamage || proof.isOtherVault ? 'caution' : 'good'} title={title}>
        <p>
          Made on {whenWords(proof.madeAt)}. {proof.records.toLocaleString('en-GB')}{' '}
          {proof.records === 1 ? 'record' : 'records'} of {proof.people.toLocaleString('en-GB')}{' '}
          {proof.people === 1 ? 'person' : 'people'} opened. {sizeWords(proof.bytes)}.
        </p>
        {proof.isOtherVault && (
          <p>This backup holds other records than the ones on this computer. It may be of another service.</p>
        )}
        {proof.hasDamage && (
          <p>
            Your records had damage when this backup was made, so something may be missing in it. Look for an
            older one too.
          </p>
        )}
      </Note>
      {kinds.length > 0 && (
        <ul className={styles.counts} aria-label="What is in it">
          {kinds.map((kind) => (
            <li key={kind}>{kindCount(kind, proof.recordsByKind[kind] ?? 0)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
