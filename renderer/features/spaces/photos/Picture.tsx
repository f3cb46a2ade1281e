import { useEffect, useState } from 'react';
import { useWholeRecord } from '../../../vault';
import { textToBytes } from './picture-bytes';
import styles from './photos.module.css';

/** One picture out of the vault. Its address lives as long as it is on screen. */
export function Picture(props: { readonly id: string; readonly alt: string }) {
  const record = useWholeRecord('space-photo', props.id);
  const [url, setUrl] = useState<string | null>(null);
  const bytes = record?.value.bytes;
  const type = record?.value.type;
  useEffect(() => {
    if (bytes === undefined || type === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([textToBytes(bytes)], { type }));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [bytes, type]);
  return url === null ? (
    <div className={styles.waiting} />
  ) : (
    <img className={styles.picture} src={url} alt={props.alt} />
  );
}
