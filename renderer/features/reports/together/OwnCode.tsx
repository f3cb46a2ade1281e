import { useEffect, useState } from 'react';
import { useVault } from '../../../vault';
import reports from '../reports.module.css';

/** What others ask for by telephone, when they have a bundle of this service. */
export function OwnCode() {
  const vault = useVault();
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void vault.bundles.sender().then((sender) => {
      if (isWanted && sender.ok) setCode(sender.value.service);
    });
    return () => {
      isWanted = false;
    };
  }, [vault]);
  if (code === null) return null;
  return (
    <p className={reports.small}>
      The code of your own service is <strong>{code}</strong>. It stands in every bundle that you make.
    </p>
  );
}
