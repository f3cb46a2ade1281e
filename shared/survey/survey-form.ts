/** What a form says and asks, from whichever source its words come: our own, the service's own, or a licensed pack. */
export interface FormWording {
  /** BCP 47, such as en-GB: of the words below. */
  readonly language: string;
  readonly title: string;
  /** The copyright line that a licence asks for; empty for our own words. */
  readonly notice: string;
  readonly introduction: string;
  /** Item 1 first. */
  readonly items: readonly { readonly number: number; readonly text: string }[];
  /** Which answers go with which items; together they cover every item once. */
  readonly answers: readonly {
    readonly items: readonly number[];
    readonly options: readonly { readonly value: number; readonly text: string }[];
  }[];
}

/** One more question, after the items: which part of the service somebody belongs to. Answered or left out. */
export interface FormSplit {
  readonly question: string;
  readonly options: readonly string[];
}

/** Everything that one survey file is made of. */
export interface SurveyForm {
  readonly wording: FormWording;
  readonly split: FormSplit | null;
  /** Of the service, as people there call it; empty when it is not set. */
  readonly serviceName: string;
  /** Last day for replies, as people write it: 14 May 2026. */
  readonly closesOn: string;
  /** base64url of the 32 bytes that replies are sealed to. */
  readonly publicKey: string;
  /** Own words that nobody has studied say so on the form. */
  readonly isValidated: boolean;
}
