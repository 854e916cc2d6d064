import type { Band } from '../../../src/model/facts.ts';
import type { Random } from '../../../src/model/random.ts';
import type { Cell, Technology } from '../../../src/model/site.ts';
import { has4G, type OperatorPlan } from './operators-2020.ts';

interface Carrier {
  technology: Technology;
  band: string;
  bandwidthMHz: number;
  powerDbm: number;
}

/** Per carrier at the antenna port: 20 W a GSM or UMTS carrier, 40 W LTE of 15 MHz or more, 20 W below. */
const gsm = (band: string): Carrier => ({ technology: '2G', band, bandwidthMHz: 0.2, powerDbm: 43 });
const umts = (band: string): Carrier => ({ technology: '3G', band, bandwidthMHz: 5, powerDbm: 43 });
const lte = (band: string, bandwidthMHz: number): Carrier => ({
  technology: '4G',
  band,
  bandwidthMHz,
  powerDbm: bandwidthMHz >= 15 ? 46 : 43,
});

export interface Surroundings {
  town: boolean;
  mountain: number;
  /** Few people near: two sectors along the valley or an omni do. */
  remote: boolean;
}

const heldBy = (bands: readonly Band[], operator: string): ((band: string, technology: Technology) => number) => {
  return (band, technology) =>
    bands
      .find((b) => b.id === band)
      ?.holdings.find((h) => h.operator === operator && h.technologies.includes(technology))?.widthMHz ?? 0;
};

/**
 * The carriers of a tenant at the end of 2020: GSM 900 everywhere and 1800 in towns, UMTS 2100 with 900 in the country,
 * LTE 1800 for those who hold it and on part of 2100 in towns or where it is all they have. No band is filled beyond
 * what its holder has.
 */
const carriersOf = (
  plan: OperatorPlan,
  bands: readonly Band[],
  { town, mountain }: Surroundings,
  random: Random,
): Carrier[] => {
  const holds = heldBy(bands, plan.id);
  const gsm1800 = town && holds('1800', '2G') > 0 && random.next() < 0.6;
  const with4G = has4G(plan, mountain, random);
  const wide1800 = Math.min(20, holds('1800', '4G'));
  const second = town && random.next() < 0.35;
  const carriers: Carrier[] = [];
  if (holds('900', '2G') > 0) carriers.push(gsm('900'));
  if (gsm1800) carriers.push(gsm('1800'));
  if (holds('2100', '3G') >= 5) carriers.push(umts('2100'));
  if (!town && holds('900', '3G') >= 5 && random.next() < 0.3) carriers.push(umts('900'));
  if (with4G && wide1800 > 0) carriers.push(lte('1800', gsm1800 ? Math.min(15, wide1800) : wide1800));
  if (with4G && (second || wide1800 === 0) && holds('2100', '4G') >= 15) carriers.push(lte('2100', 10));
  return carriers;
};

const letters: Record<Technology, string> = { '2G': 'G', '3G': 'U', '4G': 'L', '5G': 'N' };

/** Sectors as a site's antennas look, shared by all carriers of a tenant. */
interface Sector {
  antenna: string;
  azimuthDeg: number;
  mechanicalTiltDeg: number;
  electricalTiltDeg: number;
}

const sectorsOf = ({ town, mountain, remote }: Surroundings, valleyDeg: number, random: Random): Sector[] => {
  const electricalTiltDeg = 2 + Math.floor(random.between(0, town ? 5 : 3));
  const tilt = (): number => (town ? Math.floor(random.between(0, 5)) : Math.floor(random.between(0, 2)));
  if (remote && random.next() < 0.25) {
    return [{ antenna: 'omni', azimuthDeg: 0, mechanicalTiltDeg: 0, electricalTiltDeg: 2 }];
  }
  const two = remote && random.next() < 0.5;
  const first = two ? valleyDeg : 10 * Math.floor(random.between(0, 12));
  const antenna = two && mountain > 0.5 && random.next() < 0.4 ? 'sector-33' : 'sector-65';
  return (two ? [0, 180] : [0, 120, 240]).map((turn) => ({
    antenna,
    azimuthDeg: (first + turn) % 360,
    mechanicalTiltDeg: tilt(),
    electricalTiltDeg,
  }));
};

/**
 * The cells of a tenant, carrier by carrier, sector by sector. `valleyDeg` is where most people live, seen from the
 * mast. Ids read 'TN-0001-VT-L18-1': site, operator, technology and band, sector.
 */
export const cellsOf = (
  siteId: string,
  plan: OperatorPlan,
  bands: readonly Band[],
  surroundings: Surroundings,
  valleyDeg: number,
  random: Random,
): Cell[] => {
  const carriers = carriersOf(plan, bands, surroundings, random);
  const sectors = sectorsOf(surroundings, valleyDeg, random);
  return carriers.flatMap((carrier) =>
    sectors.map((sector, k) => ({
      id: `${siteId}-${plan.initials}-${letters[carrier.technology]}${carrier.band.slice(0, -2)}-${k + 1}`,
      ...carrier,
      ...sector,
    })),
  );
};
