/** The nine places of the rail, in order, and what the shell mounts for each. */
import {
  ChartLine,
  CircleQuestionMark,
  DoorOpen,
  FileText,
  LifeBuoy,
  MessagesSquare,
  Settings2,
  Sprout,
  SquareCheckBig,
  Sun,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { lazy, type ComponentType } from 'react';
import { ActionsPlace } from '../features/actions';
import { SettingsPlace } from '../features/settings';
import { TodayPlace } from '../features/today';
import { HelpPlace } from './help/HelpPlace';

export type PlaceId =
  | 'today'
  | 'people'
  | 'supervision'
  | 'incidents'
  | 'wellbeing'
  | 'workforce'
  | 'actions'
  | 'spaces'
  | 'reports'
  | 'settings'
  | 'help';

export interface Place {
  readonly id: PlaceId;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly Component: ComponentType;
  /** Brings the place's code in ahead of its first visit. */
  readonly preload?: () => Promise<unknown>;
}

// Each place is a chunk of its own, so that the first screen does not wait for charts.
const people = () => import('../features/people');
const supervision = () => import('../features/supervision');
const incidents = () => import('../features/incidents');
const wellbeing = () => import('../features/wellbeing');
const workforce = () => import('../features/workforce');
const spaces = () => import('../features/spaces');
const reports = () => import('../features/reports');

export const railPlaces: readonly Place[] = [
  { id: 'today', label: 'Today', icon: Sun, Component: TodayPlace },
  {
    id: 'people',
    label: 'People',
    icon: Users,
    Component: lazy(async () => ({ default: (await people()).PeoplePlace })),
    preload: people,
  },
  {
    id: 'supervision',
    label: 'Supervision',
    icon: MessagesSquare,
    Component: lazy(async () => ({ default: (await supervision()).SupervisionPlace })),
    preload: supervision,
  },
  {
    id: 'incidents',
    label: 'Incidents',
    icon: LifeBuoy,
    Component: lazy(async () => ({ default: (await incidents()).IncidentsPlace })),
    preload: incidents,
  },
  {
    id: 'wellbeing',
    label: 'Wellbeing',
    icon: Sprout,
    Component: lazy(async () => ({ default: (await wellbeing()).WellbeingPlace })),
    preload: wellbeing,
  },
  {
    id: 'workforce',
    label: 'Workforce',
    icon: ChartLine,
    Component: lazy(async () => ({ default: (await workforce()).WorkforcePlace })),
    preload: workforce,
  },
  { id: 'actions', label: 'Actions', icon: SquareCheckBig, Component: ActionsPlace },
  {
    id: 'spaces',
    label: 'Spaces',
    icon: DoorOpen,
    Component: lazy(async () => ({ default: (await spaces()).SpacesPlace })),
    preload: spaces,
  },
  {
    id: 'reports',
    label: 'Reports',
    icon: FileText,
    Component: lazy(async () => ({ default: (await reports()).ReportsPlace })),
    preload: reports,
  },
];

export const footPlaces: readonly Place[] = [
  { id: 'help', label: 'Help', icon: CircleQuestionMark, Component: HelpPlace },
  { id: 'settings', label: 'Settings', icon: Settings2, Component: SettingsPlace },
];

export const allPlaces: readonly Place[] = [...railPlaces, ...footPlaces];

/** First segments of every route from the root: links of the primitives read hrefs by it. */
export const routeRoots: readonly string[] = allPlaces.map((place) => place.id);
