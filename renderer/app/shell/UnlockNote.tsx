import { Button, Note } from '../../ui';
import type { UnlockReport } from '../../vault';
import styles from './shell.module.css';

function words(report: UnlockReport): string | null {
  if (report.cacheWasEmpty && report.records > 0) {
    return 'The quick copy on this laptop was missing. Everything was put back from the journal. Nothing is lost.';
  }
  if (report.tornBytes > 0) {
    return 'The last write was cut short, so it was set aside. Everything that said “Saved” is here.';
  }
  if (report.cacheRowsRepaired > 0) {
    return 'Part of the quick copy on this laptop was out of date. It was put right from the journal. Nothing is lost.';
  }
  return null;
}

/** Said once after an unlock that had to mend something. */
export function UnlockNote(props: { readonly report: UnlockReport; readonly onRead: () => void }) {
  const text = words(props.report);
  if (text === null) return null;
  return (
    <div className={styles.report} data-print="no">
      <Note kind="info">
        <div className={styles.reportIn}>
          <span role="status">{text}</span>
          <Button variant="quiet" size="small" onPress={props.onRead}>
            Close this note
          </Button>
        </div>
      </Note>
    </div>
  );
}
