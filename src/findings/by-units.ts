import { codeFinder, readByUnits } from '../geo/units/read-by-units.ts';
import type { OtherUnits } from '../model/other-units.ts';
import type { Pack, PackTables } from '../model/pack.ts';
import type { ProposalFindings } from '../proposal/proposal-findings.ts';
import { sumAreas } from './area-sums.ts';
import type { Findings } from './findings.ts';
import { findPilotHamlets } from './pilot-hamlets.ts';

/** Carriers' proposals with their sites in the communes of other units. */
export const proposalsByUnits = <P extends Pick<ProposalFindings, 'files'>>(proposals: P, units: OtherUnits): P => {
  const codeAt = codeFinder(units);
  const names = new Map(units.communes.features.map(({ properties: { code, name } }) => [code, name]));
  return {
    ...proposals,
    files: proposals.files.map((file) => ({
      ...file,
      proposedSites: file.proposedSites.map((site) => {
        const communeCode = codeAt(site.communeCode, site.position);
        return { ...site, communeCode, communeName: names.get(communeCode) ?? site.communeName };
      }),
    })),
  };
};

/**
 * The findings of a study told by other units. What is found at each hamlet, the province's sums and those of areas of
 * interest, which have their own ground, stay; rows of communes and districts are summed anew.
 *
 * @param tables the study's pack, read by those units
 */
export const findingsByUnits = (findings: Findings, tables: PackTables, units: OtherUnits): Findings => {
  const communes = new Map(tables.communes.features.map(({ properties }) => [properties.code, properties]));
  const codeAt = codeFinder(units);
  const hamlets = findings.hamlets.map((hamlet) => {
    const { code, name, districtCode, districtName } = communes.get(codeAt(hamlet.communeCode, hamlet.position))!;
    return { ...hamlet, communeCode: code, communeName: name, districtCode, districtName };
  });
  const { districts, communes: rows, pilots } = sumAreas(tables, hamlets);
  const { vintage, provenance } = tables.manifest;
  return {
    ...findings,
    pack: { ...findings.pack, vintage, provenance },
    readFrom: units.own,
    hamlets,
    districts,
    communes: rows,
    pilots,
    pilotHamlets: findPilotHamlets(pilots, hamlets, findings.remedies),
    proposals: findings.proposals && proposalsByUnits(findings.proposals, units),
  };
};

/** A pack and what was found in it, both by other units. */
export const toldByUnits = (pack: Pack, findings: Findings, units: OtherUnits): { pack: Pack; findings: Findings } => {
  const told = readByUnits(pack, units);
  return { pack: told, findings: findingsByUnits(findings, told, units) };
};
