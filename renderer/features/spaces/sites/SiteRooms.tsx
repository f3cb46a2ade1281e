import { Plus } from 'lucide-react';
import { quietUseLabels, roomUseLabels, type Room } from '@shared/records/site/site';
import { quietHours } from '@shared/spaces/quiet-hours';
import { metresText, roomFit } from '@shared/spaces/room';
import { LinkButton, Row, RowList, Section, Sheet, Status } from '../../../ui';
import type { StoredOutline } from '../../../vault';
import { deskCount, quietSentence, roomStatus } from '../space-words';

function roomDetail(room: Room): string {
  const fit = roomFit(room, room.desks);
  const each = fit.each === null ? '' : `, ${metresText(fit.each)} m³ each`;
  const desks = room.desks === 0 ? '' : ` · ${deskCount(room.desks)}${each}`;
  const quiet =
    room.quiet === null
      ? ''
      : ` · ${quietSentence(quietHours(room.quiet))} Staff use it: ${quietUseLabels[room.quiet.use].toLowerCase()}`;
  return `${roomUseLabels[room.use]} · ${metresText(fit.volume)} m³${desks}${quiet}`;
}

export function SiteRooms(props: { readonly record: StoredOutline<'site'> }) {
  const { id, value } = props.record;
  return (
    <Section
      title="Rooms"
      action={
        <LinkButton
          href={`~/spaces/${id}/rooms/new`}
          variant="quiet"
          size="small"
          icon={<Plus aria-hidden="true" />}
        >
          Add a room
        </LinkButton>
      }
    >
      {value.rooms.length === 0 ? (
        <p>Three measures and the number of desks say whether people have room to work.</p>
      ) : (
        <Sheet>
          <RowList aria-label="Rooms">
            {value.rooms.map((room) => (
              <Row
                key={room.id}
                href={`~/spaces/${id}/rooms/${room.id}`}
                title={room.name}
                detail={roomDetail(room)}
                status={
                  room.desks === 0 ? undefined : (
                    <Status {...roomStatus(roomFit(room, room.desks), room.desks)} />
                  )
                }
              />
            ))}
          </RowList>
        </Sheet>
      )}
    </Section>
  );
}
