/**
 * Elements without a library: the form is also a file of its own, which has to stay small. Words are only ever text
 * nodes, so nothing in a wording is read as HTML.
 */

/** `undefined` leaves the attribute out. Never `style`: the policy of the file, and the app's, forbid it. */
type Attributes = Readonly<Record<string, string | undefined>>;

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export function button(className: string | undefined, label: string, press: () => void): HTMLButtonElement {
  const made = el('button', { type: 'button', class: className }, label);
  made.addEventListener('click', press);
  return made;
}

/** For a heading that gets the focus when its page comes up, so that it is read out first. */
export function focusHeading(heading: HTMLElement, page: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  // The page before may have been longer: the new one is read from its top.
  if (page.getBoundingClientRect().top < 0) page.scrollIntoView({ block: 'start' });
}
