import type { Communes } from '../../../src/geo/units/join-units.ts';
import type { AreaFacts } from '../facts.ts';
import type { PublicFacts } from './facts.ts';

/** Areas of interest by the units of a vintage, those whose units are all there. */
export const areasIn = ({ areas, crosswalk }: PublicFacts, vintage: string, { features }: Communes): AreaFacts[] => {
  if (vintage !== crosswalk.from && vintage !== crosswalk.to) return [];
  const codes = new Set(features.map(({ properties }) => properties.code));
  const codeOf = (code: string): string => (vintage === crosswalk.to ? (crosswalk.successors.get(code) ?? code) : code);
  return areas.flatMap((area) => {
    const communeCodes = [...new Set(area.communeCodes.map(codeOf))];
    return communeCodes.every((code) => codes.has(code)) ? [{ ...area, communeCodes }] : [];
  });
};
