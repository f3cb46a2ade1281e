import { DoorOpen } from 'lucide-react';
import { EmptyState, Page } from '../../ui';

/** Honest about what is not here yet: no button that leads nowhere. */
export function SpacesPlace() {
  return (
    <Page title="Spaces" lede="Rooms that help people feel safe, and desks that fit.">
      <EmptyState icon={<DoorOpen />} title="Room checks are not in this version">
        <p>
          Here you will check a room: its size and how many desks fit, air, light, noise, a quiet place and a
          way out. What needs doing will join your actions.
        </p>
        <p>
          Until then, write what you find as an agreed action in a supervision record. It shows in Actions.
        </p>
      </EmptyState>
    </Page>
  );
}
