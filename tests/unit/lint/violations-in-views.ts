/** One violation of each rule about hooks and about what assistive technology is told. */
const element = (markup: string): string =>
  `export function V(): React.JSX.Element { return <div>${markup}</div>; }`;

export const violationsInViews: Readonly<Record<string, string>> = {
  'react/exhaustive-deps': `import { useEffect } from 'react';
export function useV(x: number): void { useEffect(() => { takes(x); }, []); }`,
  'react/rules-of-hooks': `import { useId } from 'react';
export function useV(x: number): string { if (x > 1) return useId(); return ''; }`,

  'jsx-a11y/alt-text': element('<img src="a" />'),
  'jsx-a11y/anchor-has-content': element('<a href="/x" />'),
  'jsx-a11y/anchor-is-valid': element('<a href="#">x</a>'),
  'jsx-a11y/aria-activedescendant-has-tabindex': element('<div aria-activedescendant="a" />'),
  'jsx-a11y/aria-props': element('<div aria-foo="x" />'),
  'jsx-a11y/aria-proptypes': element('<div aria-hidden="maybe" />'),
  'jsx-a11y/aria-role': element('<div role="nope" />'),
  'jsx-a11y/aria-unsupported-elements': element('<meta aria-hidden="true" />'),
  'jsx-a11y/autocomplete-valid': element('<input type="text" autoComplete="foo" />'),
  'jsx-a11y/click-events-have-key-events': element('<div onClick={() => undefined} />'),
  'jsx-a11y/heading-has-content': element('<h1 />'),
  'jsx-a11y/html-has-lang': element('<html />'),
  'jsx-a11y/iframe-has-title': element('<iframe src="a" />'),
  'jsx-a11y/img-redundant-alt': element('<img src="a" alt="image of a garden" />'),
  'jsx-a11y/interactive-supports-focus': element('<span role="button" onClick={() => undefined} />'),
  'jsx-a11y/label-has-associated-control': element('<label>x</label>'),
  'jsx-a11y/media-has-caption': element('<video src="a" />'),
  'jsx-a11y/mouse-events-have-key-events': element('<div onMouseOver={() => undefined} />'),
  'jsx-a11y/no-access-key': element('<button accessKey="a">x</button>'),
  'jsx-a11y/no-distracting-elements': element('<marquee>x</marquee>'),
  'jsx-a11y/no-interactive-element-to-noninteractive-role': element('<button role="img">x</button>'),
  'jsx-a11y/no-noninteractive-element-interactions': element('<li onClick={() => undefined}>x</li>'),
  'jsx-a11y/no-noninteractive-element-to-interactive-role': element('<h2 role="button">x</h2>'),
  'jsx-a11y/no-noninteractive-tabindex': element('<p tabIndex={0}>x</p>'),
  'jsx-a11y/no-redundant-roles': element('<button role="button">x</button>'),
  'jsx-a11y/no-static-element-interactions': element('<div onClick={() => undefined} />'),
  'jsx-a11y/role-has-required-aria-props': element('<div role="checkbox" tabIndex={0} />'),
  'jsx-a11y/role-supports-aria-props': element('<a href="/x" aria-checked="true">x</a>'),
  'jsx-a11y/scope': element('<div scope="row" />'),
  'jsx-a11y/tabindex-no-positive': element('<button tabIndex={2}>x</button>'),
};
