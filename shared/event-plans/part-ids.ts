/** Ids of the parts of a plan: stable while its lists are edited, and without meaning. */

/** "own-1", "own-2": the first that no other part of the list has. */
export function freeId(list: readonly { readonly id: string }[], prefix: string): string {
  const taken = new Set(list.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}
