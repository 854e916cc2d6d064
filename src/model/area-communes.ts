import type { PackTables } from './pack.ts';
import { InputError } from './problem.ts';

/**
 * Codes of the communes of an area that is known by a code: a commune, a district, an area of interest; null for the pack's
 * own id, which is all of it.
 *
 * @throws InputError when the pack has no such area
 */
export const communesOfArea = (
  { manifest, communes, districts, areas }: Pick<PackTables, 'manifest' | 'communes' | 'districts' | 'areas'>,
  code: string,
): string[] | null => {
  if (code === manifest.id) return null;
  const all = communes.features.map(({ properties }) => properties);
  if (all.some((commune) => commune.code === code)) return [code];
  if (districts.features.some(({ properties }) => properties.code === code))
    return all.filter(({ districtCode }) => districtCode === code).map((commune) => commune.code);
  const area = areas.features.find(({ properties }) => properties.id === code);
  if (area) return [...area.properties.communeCodes];
  throw new InputError([
    {
      file: 'area',
      place: '',
      value: code,
      rule: 'unknown-reference',
      ruleValues: { expected: 'communes, districts, areas' },
      severity: 'error',
    },
  ]);
};
