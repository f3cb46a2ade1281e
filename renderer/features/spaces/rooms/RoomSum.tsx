import { isCutOff, metresEach, metresText, mostHeightM } from '@shared/spaces/room';
import { Status } from '../../../ui';
import { countWords, roomSentence, roomStatus } from '../space-words';
import type { LiveRoom } from './room-form';
import { RoomDrawing } from './RoomDrawing';
import styles from './room.module.css';

/** What the measures come to: drawn, added up, and in a sentence that a screen reader hears as it changes. */
export function RoomSum(props: { readonly room: LiveRoom | null }) {
  const { room } = props;
  return (
    <>
      {room !== null && (
        <div className={styles.sum}>
          <RoomDrawing size={room.size} desks={room.desks} most={room.fit.most} />
          <div>
            <dl className={styles.lines}>
              <Line label="Room" value={`${metresText(room.fit.volume)} m³`} />
              {room.fit.each !== null && <Line label="Each has" value={`${metresText(room.fit.each)} m³`} />}
              <Line label="Each needs" value={`${String(metresEach)} m³`} />
              <div className={styles.fits}>
                <dt>Fits</dt>
                <dd>{countWords(room.fit.most, 'person', 'people')}</dd>
              </div>
            </dl>
            <div className={styles.verdict}>
              <Status {...roomStatus(room.fit, room.desks)} />
            </div>
          </div>
        </div>
      )}
      <p role="status">
        {room === null
          ? 'Three measures and the desks: then the room is worked out here.'
          : roomSentence(room.fit, room.desks)}
        {room !== null && isCutOff(room.size) && ` Height above ${String(mostHeightM)} m is not counted.`}
      </p>
      <p className={styles.rule}>
        The rule is from the Health and Safety Executive’s code for workplaces, L24. It counts the empty room,
        and no height above {mostHeightM} m. Much furniture calls for more. It is not for meeting rooms.
      </p>
    </>
  );
}

function Line(props: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}
