/** The reason stands on the plan's own page, which may not be on the screen any more. */
export const notUndone = 'Not undone. The plan stays as it was saved. Open it and change it there.';
