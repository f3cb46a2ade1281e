/** Keys that are no command of their own: a form's, a list's, or the system's. */
export interface OtherKeys {
  /** "Ctrl" is Cmd on a Mac. Several that do the same stand apart by "or". */
  readonly keys: string;
  readonly label: string;
}

export const keysInForms: readonly OtherKeys[] = [
  { keys: 'Ctrl Enter', label: 'Save the form' },
  { keys: 'Ctrl Z', label: 'Undo what you type; outside a field, the last save or deletion' },
  { keys: 'Ctrl Shift Z or Ctrl Y', label: 'Redo, in what you are typing' },
  { keys: 'Arrow down', label: 'Open a list of names, or move in it' },
  { keys: 'Space', label: 'Tick or untick' },
  { keys: 'Escape', label: 'Close a list, a menu or a dialog' },
];

export const keysInWindow: readonly OtherKeys[] = [
  { keys: 'F6', label: 'Next part of the window' },
  { keys: 'Shift F6', label: 'The part before' },
  { keys: 'Tab', label: 'Next thing on the page' },
  { keys: 'Arrow left or Arrow right', label: 'Next point of a chart' },
  { keys: 'A', label: 'Make an action of a finding, with the focus on it' },
  { keys: 'Ctrl +', label: 'Larger' },
  { keys: 'Ctrl -', label: 'Smaller' },
  { keys: 'Ctrl 0', label: 'As large as at first' },
];
