import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { roomUseLabels, roomUses, type Room } from '@shared/records/site/site';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { useChangeRecord } from '../../../records/use-change-record';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  Form,
  FormRow,
  MoreMenu,
  Page,
  Section,
  Select,
  Sheet,
  TextField,
  useGo,
  type FormProblem,
} from '../../../ui';
import { useRecord, useViewNote, type StoredRecord } from '../../../vault';
import { NoSite } from '../sites/NoSite';
import { siteCrumbs, spacesCrumbs } from '../spaces-crumbs';
import styles from '../spaces.module.css';
import { QuietFields } from './QuietFields';
import { emptyRoom, fieldsOfRoom, liveRoom, readRoom, withRoom, type RoomFields } from './room-form';
import roomStyles from './room.module.css';
import { RoomSum } from './RoomSum';

const useOptions = roomUses.map((use) => ({ value: use, label: roomUseLabels[use] }));

/** One room of a site: measured, and worked out while it is typed. */
export function RoomPage(props: { readonly siteId: string; readonly roomId: string | null }) {
  const record = useRecord('site', props.siteId);
  useViewNote('site', record?.id);
  if (record === undefined) return <NoSite />;
  const room = record.value.rooms.find(({ id }) => id === props.roomId) ?? null;
  if (props.roomId !== null && room === null) return <NoRoom record={record} />;
  return (
    <Page
      title={room === null ? 'Add a room' : room.name}
      docTitle={room === null ? 'Add a room' : 'A room'}
      crumbs={siteCrumbs(record)}
      lede="Measure the empty room from wall to wall and from floor to ceiling."
      actions={room === null ? undefined : <RoomMenu record={record} room={room} />}
    >
      <RoomForm record={record} room={room} />
    </Page>
  );
}

function RoomForm(props: { readonly record: StoredRecord<'site'>; readonly room: Room | null }) {
  // As it was opened: when the site changes meanwhile, saving is refused.
  const [{ record, room }] = useState(props);
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<RoomFields>(
    'space-room',
    record.id,
    room === null ? emptyRoom : fieldsOfRoom(room),
    ({ name }) => (name.trim() === '' ? 'A room' : `Room: ${name.trim()}`.slice(0, 200)),
    (draft) => draft.roomId === (room?.id ?? ''),
  );
  const { fields, set } = form;
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const text = (name: 'name' | 'use' | 'length' | 'width' | 'height' | 'desks') => ({
    name,
    value: fields[name],
    error: errorAt(name),
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readRoom(fields, record.value, today);
    setProblems(reading.problems);
    if (reading.room === null) return;
    setSaving(true);
    const value = withRoom(record.value, reading.room);
    const problem = await save(
      [{ kind: 'site', id: record.id, value, before: record }],
      room === null ? 'Room saved.' : 'Changes saved.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem === null) go(`~/spaces/${record.id}`);
    else setProblems([{ field: '', message: problem }]);
  };

  return (
    <div className={styles.roomWidth}>
      <Form onSubmit={onSave} errors={problems} aria-label="Room">
        {form.isRestored && <DraftNote onDiscard={form.discard} />}
        <Sheet pad>
          <FormRow>
            <TextField
              {...text('name')}
              label="Room"
              hint="Such as “Front office”"
              autoFocus={room === null}
            />
            <Select {...text('use')} label="Used for" hint="What goes on in it most" options={useOptions} />
          </FormRow>
          <div className={roomStyles.measures}>
            <TextField {...text('length')} label="Length" inputMode="decimal" unit="m" />
            <TextField {...text('width')} label="Width" inputMode="decimal" unit="m" />
            <TextField {...text('height')} label="Height" inputMode="decimal" unit="m" />
            <TextField {...text('desks')} label="Desks" inputMode="numeric" />
          </div>
          <RoomSum room={liveRoom(fields)} />
        </Sheet>
        <Section title="A place to settle">
          <Sheet pad>
            <QuietFields fields={fields} set={set} errorAt={errorAt} />
          </Sheet>
        </Section>
        <RecordFoot save="Save room" isSaving={isSaving} back={`~/spaces/${record.id}`} />
      </Form>
    </div>
  );
}

function RoomMenu(props: { readonly record: StoredRecord<'site'>; readonly room: Room }) {
  const { record, room } = props;
  const go = useGo();
  const change = useChangeRecord('site', record.id);
  return (
    <MoreMenu
      items={[
        {
          label: 'Take the room away',
          icon: <Trash2 aria-hidden="true" />,
          onAction: () =>
            void change(
              (now) => ({ ...now, rooms: now.rooms.filter(({ id }) => id !== room.id) }),
              'Room taken away.',
            ).then((isDone) => {
              if (isDone) go(`~/spaces/${record.id}`);
            }),
        },
      ]}
    />
  );
}

function NoRoom(props: { readonly record: StoredRecord<'site'> }) {
  return (
    <Page title="This room is not here" docTitle="A room" crumbs={spacesCrumbs}>
      <Sheet pad>
        <p>It may have been taken away from {props.record.value.name}. Nothing else changed.</p>
      </Sheet>
    </Page>
  );
}
