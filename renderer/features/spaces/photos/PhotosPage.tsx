import { Trash2 } from 'lucide-react';
import { keepFocus } from '../../../records/focus-kept';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { Button, LinkButton, Note, Page, Section, useToast } from '../../../ui';
import { useRecord, useRecords, useVault, useViewNote, type StoredOutline } from '../../../vault';
import { errorText } from '../../../app/error-text';
import { NoSite } from '../sites/NoSite';
import { siteCrumbs } from '../spaces-crumbs';
import { AddPhoto } from './AddPhoto';
import { photoWords } from './photo-words';
import { Picture } from './Picture';
import styles from './photos.module.css';
import { useHasPhotos } from './use-space-settings';

/** All pictures of one site. */
export function PhotosPage(props: { readonly siteId: string }) {
  const site = useRecord('site', props.siteId);
  useViewNote('site', site?.id);
  return site === undefined ? <NoSite /> : <Photos site={site} />;
}

function Photos(props: { readonly site: StoredOutline<'site'> }) {
  const { site } = props;
  const hasPhotos = useHasPhotos();
  const photos = useRecords('space-photo').filter(({ value }) => value.siteId === site.id);
  return (
    <Page
      title="Pictures"
      docTitle="Pictures of a site"
      crumbs={siteCrumbs(site)}
      lede="Rooms, never people. They stay in the vault and in its backups."
    >
      {hasPhotos ? (
        <AddPhoto site={site} count={photos.length} />
      ) : (
        <Note kind="info" title="Pictures are off">
          <p>No new picture can be added.</p>
          <LinkButton href="~/spaces/settings" size="small">
            What pictures mean
          </LinkButton>
        </Note>
      )}
      {photos.length > 0 && (
        <Section title="In the vault">
          <ul className={styles.grid}>
            {photos.map((photo) => (
              <li key={photo.id} className={styles.card}>
                <Picture id={photo.id} alt={photoWords(photo.value, site.value)} />
                <span className={styles.caption}>{photoWords(photo.value, site.value)}</span>
                <DeletePhoto id={photo.id} words={photoWords(photo.value, site.value)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function DeletePhoto(props: { readonly id: StoredOutline['id']; readonly words: string }) {
  const vault = useVault();
  const toast = useToast();
  const remove = useRemoveWithUndo();
  const onPress = async (): Promise<void> => {
    // Whole, so that it can come back.
    const found = await vault.whole('space-photo', [props.id]);
    if (!found.ok) {
      toast({ text: errorText(found.error) });
      return;
    }
    if (await remove(found.value, 'Picture deleted.')) keepFocus();
  };
  return (
    <span>
      <Button
        variant="quiet"
        size="small"
        icon={<Trash2 aria-hidden="true" />}
        aria-label={`Delete picture: ${props.words}`}
        onPress={() => void onPress()}
      >
        Delete
      </Button>
    </span>
  );
}
