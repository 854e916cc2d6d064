import type { Band } from '../model/facts.ts';
import type { Technology } from '../model/site.ts';

/** Spectrum that an operator came to hold after the date of the packs of 2020. */
export interface LaterHolding {
  /** Key of a band of the facts. */
  band: string;
  operator: string;
  widthMHz: number;
  technologies: readonly Technology[];
  /** Day of the auction. */
  since: string;
  source: string;
}

/** The blocks of 100 MHz that were auctioned for 5G, as the facts on bands tell them in their notes. */
export const laterHoldings: readonly LaterHolding[] = [
  {
    band: '2600',
    operator: 'viettel',
    widthMHz: 100,
    technologies: ['5G'],
    since: '2024-03-08',
    source: 'Block B1, 2500-2600 MHz: kinhtedothi.vn; lightreading.com, 15/03/2024',
  },
  {
    band: '3700',
    operator: 'vinaphone',
    widthMHz: 100,
    technologies: ['5G'],
    since: '2024-03-19',
    source: 'Block C2, 3700-3800 MHz: vietnamnews.vn 1652319',
  },
  {
    band: '3800',
    operator: 'mobifone',
    widthMHz: 100,
    technologies: ['5G'],
    since: '2024-07-09',
    source: 'Block C3, 3800-3900 MHz: hanoimoi.vn 671575; mic.gov.vn, 09/07/2024',
  },
];

/** Later holdings that a plan of a technology rests on: those of bands of the pack, where it knows no holder for it. */
export const holdingsNeeded = (bands: readonly Band[], technology: Technology): LaterHolding[] => {
  if (bands.some(({ holdings }) => holdings.some(({ technologies }) => technologies.includes(technology)))) return [];
  const ids = new Set(bands.map(({ id }) => id));
  return laterHoldings.filter(({ band, technologies }) => ids.has(band) && technologies.includes(technology));
};

/** Bands with their later holders beside those of the pack's date. */
export const withHoldings = (bands: readonly Band[], later: readonly LaterHolding[]): Band[] =>
  bands.map((band) => ({
    ...band,
    holdings: [
      ...band.holdings,
      ...later
        .filter((holding) => holding.band === band.id)
        .map(({ operator, widthMHz, technologies }) => ({ operator, widthMHz, technologies: [...technologies] })),
    ],
  }));
