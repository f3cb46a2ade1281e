/** What "New" offers: each leads to the form of its place. */
import { LifeBuoy, MessagesSquare, Sprout, UserPlus, type LucideIcon } from 'lucide-react';

export const newThings: readonly {
  readonly label: string;
  readonly path: string;
  readonly icon: LucideIcon;
  readonly keys?: string;
}[] = [
  { label: 'Supervision record', path: '/supervision/new', icon: MessagesSquare, keys: 'Ctrl Shift S' },
  { label: 'Incident plan', path: '/incidents/new', icon: LifeBuoy, keys: 'Ctrl Shift N' },
  { label: 'Person', path: '/people/new', icon: UserPlus },
  { label: 'Wellbeing round', path: '/wellbeing/new', icon: Sprout },
];
