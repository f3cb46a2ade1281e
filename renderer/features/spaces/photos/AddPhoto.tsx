import { useState } from 'react';
import { addMonthsToMonth, formatMonth, monthOf, type LocalMonth } from '@shared/kernel/local-date';
import { photoLimits, spacePhotoSchema } from '@shared/records/space-photo/space-photo';
import { errorText } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { FileDrop, FormRow, Note, Section, Select, Sheet, TextField, useToast } from '../../../ui';
import { useVault, type StoredOutline } from '../../../vault';
import { drawAnew, pictureProblemWords } from './draw-anew';
import { bytesToText } from './picture-bytes';

const monthsBack = 24;

const lastMonths = (newest: LocalMonth): readonly LocalMonth[] =>
  Array.from({ length: monthsBack }, (_, back) => addMonthsToMonth(newest, -back));

/** A file becomes a picture of its own; the file itself is not kept, and neither is its name. */
export function AddPhoto(props: { readonly site: StoredOutline<'site'>; readonly count: number }) {
  const { site, count } = props;
  const today = useToday();
  const vault = useVault();
  const toast = useToast();
  const [roomId, setRoomId] = useState('');
  const [caption, setCaption] = useState('');
  const [takenIn, setTakenIn] = useState<string>(monthOf(today));
  const [problem, setProblem] = useState<string | null>(null);
  const isFull = count >= photoLimits.perSite;

  const take = async (file: Uint8Array): Promise<void> => {
    setProblem(null);
    const drawn = await drawAnew(file);
    if (!drawn.ok) {
      setProblem(pictureProblemWords[drawn.error]);
      return;
    }
    const { bytes, width, height } = drawn.value;
    const read = spacePhotoSchema.safeParse({
      siteId: site.id,
      roomId: roomId === '' ? null : roomId,
      takenIn: takenIn === '' ? null : takenIn,
      caption,
      type: 'image/jpeg',
      width,
      height,
      bytes: bytesToText(bytes),
    });
    if (!read.success) {
      setProblem(read.error.issues[0]?.message ?? pictureProblemWords['no-picture']);
      return;
    }
    const saved = await vault.put('space-photo', read.data);
    if (!saved.ok) {
      setProblem(errorText(saved.error));
      return;
    }
    setCaption('');
    toast({ text: 'Picture saved. Nothing of where or when it was taken is left in it.' });
  };

  if (isFull)
    return (
      <Note kind="info" title={`A site holds ${String(photoLimits.perSite)} pictures`}>
        Delete one to add another.
      </Note>
    );
  return (
    <Section title="Add a picture">
      <Sheet pad>
        <FormRow>
          <Select
            label="Room"
            name="room"
            value={roomId}
            onChange={setRoomId}
            options={[
              { value: '', label: 'No single room' },
              ...site.value.rooms.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Select
            label="Taken in"
            name="taken-in"
            value={takenIn}
            onChange={setTakenIn}
            options={[
              { value: '', label: 'Not known' },
              ...lastMonths(monthOf(today)).map((month) => ({ value: month, label: formatMonth(month) })),
            ]}
          />
        </FormRow>
        <TextField
          label="What it shows"
          name="caption"
          hint="No names. Such as “The desks from the door”"
          value={caption}
          onChange={setCaption}
          isOptional
        />
        <FileDrop
          label="Picture of a room"
          hint="JPEG, PNG or WebP. It is drawn anew, so place, time and camera are left behind."
          accept="image/jpeg,image/png,image/webp"
          buttonLabel="Choose a picture"
          onFile={({ bytes }) => void take(bytes)}
        />
        <div aria-live="polite">
          {problem !== null && (
            <Note kind="caution" title="Not saved">
              {problem}
            </Note>
          )}
        </div>
      </Sheet>
    </Section>
  );
}
