import { Images } from 'lucide-react';
import { LinkButton, Section } from '../../../ui';
import { useRecords, type StoredOutline } from '../../../vault';
import { countWords } from '../space-words';
import { photoWords } from './photo-words';
import { Picture } from './Picture';
import styles from './photos.module.css';
import { useHasPhotos } from './use-space-settings';

const shownHere = 3;

/** The first pictures of a site; nothing at all while pictures are off and there are none. */
export function SitePhotos(props: { readonly site: StoredOutline<'site'> }) {
  const { id, value } = props.site;
  const hasPhotos = useHasPhotos();
  const photos = useRecords('space-photo').filter((photo) => photo.value.siteId === id);
  if (!hasPhotos && photos.length === 0) return null;
  return (
    <Section
      title="Pictures"
      action={
        <LinkButton
          href={`~/spaces/${id}/photos`}
          variant="quiet"
          size="small"
          icon={<Images aria-hidden="true" />}
        >
          {photos.length === 0 ? 'Add a picture' : 'All pictures'}
        </LinkButton>
      }
    >
      {photos.length === 0 ? (
        <p>A picture before a change shows later what it did. Rooms, never people.</p>
      ) : (
        <>
          <div className={styles.small}>
            {photos.slice(0, shownHere).map((photo) => (
              <Picture key={photo.id} id={photo.id} alt={photoWords(photo.value, value)} />
            ))}
          </div>
          <p className={styles.muted}>
            {countWords(photos.length, 'picture', 'pictures')}, in the vault only.
          </p>
        </>
      )}
    </Section>
  );
}
