import type { PackTables } from '../model/pack.ts';
import { sumAreas } from './area-sums.ts';
import type { Findings } from './findings.ts';

/**
 * The findings of a study told by other units. What is found at each hamlet, the province's sums and those of areas of
 * interest, which have their own ground, stay; rows of communes and districts are summed anew.
 *
 * @param tables the study's pack, read by the other units
 */
export const findingsByUnits = (findings: Findings, tables: PackTables): Findings => {
  const communes = new Map(tables.communes.features.map(({ properties }) => [properties.code, properties]));
  const hamlets = findings.hamlets.map((hamlet, h) => {
    const { code, name, districtCode, districtName } = communes.get(tables.hamlets[h].communeCode)!;
    return { ...hamlet, communeCode: code, communeName: name, districtCode, districtName };
  });
  const { districts, communes: rows, pilots } = sumAreas(tables, hamlets);
  const { vintage, provenance } = tables.manifest;
  return { ...findings, pack: { ...findings.pack, vintage, provenance }, hamlets, districts, communes: rows, pilots };
};
