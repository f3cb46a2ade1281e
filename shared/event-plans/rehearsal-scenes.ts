/** Openings for drills: made up, short, without names, place names or any detail of how. */
import type { EventPlan } from '@shared/records/event-plan/event-plan';

export interface RehearsalScene {
  /** What a colleague says on the phone. */
  readonly told: string;
  readonly canHurt: boolean;
  readonly canBeRemote: boolean;
}

const scene = (told: string, can: Partial<Omit<RehearsalScene, 'told'>> = {}): RehearsalScene => ({
  told,
  canHurt: false,
  canBeRemote: false,
  ...can,
});

export const rehearsalScenes: Readonly<Record<EventPlan['eventType'], readonly RehearsalScene[]>> = {
  'drug-related-death': [
    scene('A support worker found somebody dead on a planned home visit. Police are there.', {
      canBeRemote: true,
    }),
    scene('The hospital rang: somebody we saw on Tuesday died of an overdose in the night.'),
  ],
  suicide: [
    scene('A family member rang. Somebody who came to the group for a year has died by suicide.'),
    scene('Police are at the supported flats. A tenant has died, and it looks like suicide.'),
  ],
  'natural-death': [
    scene('A tenant died in their sleep. The morning worker went in with the tea.'),
    scene('Somebody long ill died at the hospice last night. Two workers had visited every week.'),
  ],
  'overdose-survived': [
    scene('Somebody overdosed in the waiting room. A worker gave naloxone, and the person came round.'),
    scene('A worker found somebody unconscious on a visit and stayed until the ambulance came.', {
      canBeRemote: true,
    }),
  ],
  'assault-or-threat': [
    scene('A visitor pushed a worker at the front desk and has left. Others saw it.', { canHurt: true }),
    scene('A worker was threatened on a home visit and got out to the car.', { canBeRemote: true }),
  ],
  'self-harm-witnessed': [
    scene('Somebody hurt themselves badly in the lounge. Three people saw it. The ambulance is on its way.'),
  ],
  protection: [
    scene('A worker heard something today about a child at home, and has rung the duty social worker.'),
    scene('A tenant says that a relative takes their money. The worker is shaken and angry.'),
  ],
  'colleague-death': [
    scene('A worker of our own died at the weekend. Their partner rang this morning.'),
    scene('A volunteer of many years was killed in a road accident.'),
  ],
  disaster: [
    scene('Fire on the second floor. Everyone seems to be out, in the car park, in the rain.', {
      canHurt: true,
    }),
    scene('The river is in the building, and the road is closed. Four people are still upstairs.', {
      canBeRemote: true,
    }),
  ],
  'media-or-inquiry': [
    scene('A reporter rang reception about a death two years ago. The story runs tomorrow.'),
    scene('A letter says that three workers are called to a fatal accident inquiry.'),
  ],
  'cumulative-strain': [
    scene('In supervision two workers said the same thing: four losses since spring, and nobody stops.'),
  ],
};
