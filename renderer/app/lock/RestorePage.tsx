import { RestorePanel } from '../../features/settings';
import type { VaultClient } from '../../vault';
import { QuietPage } from '../Quiet';

export interface RestorePageProps {
  readonly client: VaultClient;
  readonly banner?: React.ReactNode;
  readonly onRestored: () => void;
  readonly onBack: () => void;
}

/** A backup in the place of the records here, or where there are none yet. */
export function RestorePage(props: RestorePageProps) {
  return (
    <QuietPage banner={props.banner}>
      <RestorePanel client={props.client} onRestored={props.onRestored} onBack={props.onBack} />
    </QuietPage>
  );
}
