import { ratio } from './descriptive';

export type Vacancy = {
  /** WTE in post + WTE vacant */
  readonly establishment: number;
  /** proportion of the establishment; negative when over establishment, null when there is none */
  readonly vacancyRate: number | null;
};

/** WTE vacant over establishment (NES), not over WTE in post. */
export function vacancyRate(wteInPost: number, wteVacant: number): Vacancy {
  const establishment = wteInPost + wteVacant;
  return { establishment, vacancyRate: ratio(wteVacant, establishment) };
}
