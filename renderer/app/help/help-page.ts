/** A page of Help: our own words, short sentences, nothing to look up elsewhere. */
export interface HelpPage {
  readonly id: string;
  readonly title: string;
  readonly lede: string;
  readonly steps: readonly string[];
  readonly more?: readonly string[];
}
