import { Images } from 'lucide-react';
import { useState } from 'react';
import { errorText } from '../../../app/error-text';
import { Button, Dialog, Note, Page, Row, RowList, Section, Sheet, Status, useToast } from '../../../ui';
import { useRecords, useVault, useVaultCare } from '../../../vault';
import { spacesCrumbs } from '../spaces-crumbs';
import { SpacesNav } from '../spaces-nav';
import { countWords } from '../space-words';
import styles from './photos.module.css';

/** Pictures of rooms: off until somebody has read what they are; off again may take them all away. */
export function SpacesSettingsPage() {
  const vault = useVault();
  const care = useVaultCare();
  const toast = useToast();
  const stored = useRecords('space-settings')[0];
  const photos = useRecords('space-photo');
  const isOn = stored?.value.hasPhotos ?? false;
  const [asks, setAsks] = useState<'on' | 'off' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const turn = async (hasPhotos: boolean, erases: boolean): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const saved = await vault.put('space-settings', { hasPhotos }, stored);
    const why = saved.ok ? (erases ? await eraseAll() : null) : errorText(saved.error);
    setBusy(false);
    setAsks(null);
    if (why !== null) {
      setProblem(why);
      return;
    }
    void care.note([{ event: 'settings-changed', detail: hasPhotos ? 'photos-on' : 'photos-off' }]);
    toast({
      text: hasPhotos
        ? 'Pictures are on.'
        : erases
          ? 'Pictures are off, and all of them are erased.'
          : 'Pictures are off. Those that are there stay.',
    });
  };

  /** Those in Deleted items too: whoever erases pictures means all of them. */
  const eraseAll = async (): Promise<string | null> => {
    const removed = await care.removed();
    if (!removed.ok) return errorText(removed.error);
    const gone = removed.value.filter(({ kind }) => kind === 'space-photo');
    const purged = await care.purge([...photos, ...gone].map(({ id }) => id));
    return purged.ok ? null : errorText(purged.error);
  };

  return (
    <Page
      title="Pictures of rooms"
      docTitle="Pictures of rooms"
      crumbs={spacesCrumbs}
      lede="Off unless somebody switches them on."
    >
      <SpacesNav />
      <Section title="Pictures" action={<Status kind={isOn ? 'due' : 'none'}>{isOn ? 'On' : 'Off'}</Status>}>
        <Sheet>
          <RowList aria-label="Pictures">
            <Row
              icon={<Images />}
              title="Keep pictures with a site"
              detail={
                photos.length === 0
                  ? 'None are kept now.'
                  : `${countWords(photos.length, 'picture is', 'pictures are')} kept now.`
              }
              action={
                <Button
                  size="small"
                  isPending={isBusy && asks === null}
                  aria-label={isOn ? 'Switch off pictures of rooms' : 'Switch on pictures of rooms'}
                  onPress={() => {
                    if (isOn && photos.length === 0) void turn(false, false);
                    else setAsks(isOn ? 'off' : 'on');
                  }}
                >
                  {isOn ? 'Switch off' : 'Switch on…'}
                </Button>
              }
            />
          </RowList>
        </Sheet>
      </Section>
      <Section title="What it means">
        <ul className={styles.points}>
          <li>A picture is drawn anew here. Place, time, camera and file name are left behind.</li>
          <li>It is locked like every record, and it is in your backups.</li>
          <li>No report, print or bundle takes it along.</li>
          <li>Rooms, never people. Look for faces, names on boards and screens before you choose it.</li>
        </ul>
      </Section>
      <div aria-live="polite">
        {problem !== null && (
          <Note kind="caution" title="Not changed">
            {problem}
          </Note>
        )}
      </div>
      <Dialog
        isOpen={asks === 'on'}
        onOpenChange={() => {
          setAsks(null);
        }}
        title="Keep pictures of rooms?"
        actions={
          <>
            <Button variant="primary" isPending={isBusy} onPress={() => void turn(true, false)}>
              Switch it on
            </Button>
            <Button
              variant="quiet"
              onPress={() => {
                setAsks(null);
              }}
            >
              Leave it off
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          <p>A picture can show more than a room: a face, a name on a board, a letter on a desk.</p>
          <p>Look at each one before you choose it. A check works without any.</p>
        </div>
      </Dialog>
      <Dialog
        isOpen={asks === 'off'}
        onOpenChange={() => {
          setAsks(null);
        }}
        title="Erase the pictures too?"
        actions={
          <>
            <Button variant="primary" isPending={isBusy} onPress={() => void turn(false, true)}>
              Switch off and erase
            </Button>
            <Button isPending={isBusy} onPress={() => void turn(false, false)}>
              Switch off, keep them
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          <p>
            {countWords(photos.length, 'picture is', 'pictures are')} kept now. Erased ones cannot be brought
            back.
          </p>
          <p>Backups made before today still hold them, until newer ones take their place.</p>
        </div>
      </Dialog>
    </Page>
  );
}
