import type { Random } from '../../../src/model/random.ts';

/** How an operator had built by the end of 2020. Shares are synthetic: no operator publishes its sites by province. */
export interface OperatorPlan {
  id: string;
  /** In cell ids. */
  initials: string;
  /** Weight among the sites built, each by one operator first. */
  building: number;
  /** Weight among the tenancies on masts of others. */
  joining: number;
  /** How much wholly mountainous country draws it, against the plain. */
  mountainDraw: number;
  /** How much country draws it, against towns; 0..1. */
  countryDraw: number;
  /** Share of its sites with 4G in towns, and in wholly mountainous country. */
  share4G: { town: number; mountain: number };
}

export const operatorPlans: readonly OperatorPlan[] = [
  {
    id: 'viettel',
    initials: 'VT',
    building: 585,
    joining: 26,
    mountainDraw: 1.2,
    countryDraw: 1,
    share4G: { town: 0.96, mountain: 0.76 },
  },
  {
    id: 'vinaphone',
    initials: 'VN',
    building: 490,
    joining: 44,
    mountainDraw: 0.85,
    countryDraw: 0.9,
    share4G: { town: 0.94, mountain: 0.6 },
  },
  {
    id: 'mobifone',
    initials: 'MB',
    building: 405,
    joining: 54,
    mountainDraw: 0.5,
    countryDraw: 0.75,
    share4G: { town: 0.92, mountain: 0.45 },
  },
  {
    id: 'vietnamobile',
    initials: 'VM',
    building: 120,
    joining: 40,
    mountainDraw: 0.02,
    countryDraw: 0.12,
    share4G: { town: 0.5, mountain: 0.05 },
  },
];

export const has4G = ({ share4G }: OperatorPlan, mountain: number, random: Random): boolean =>
  random.next() < share4G.town + (share4G.mountain - share4G.town) * mountain;
