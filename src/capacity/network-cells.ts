import type { Site } from '../model/site.ts';
import { lteResourceBlocks, nrResourceBlocks, usualSpacingKHz } from '../radio/resource-blocks.ts';
import type { CapacityScene, NetworkCell } from './capacity-types.ts';
import { capacityParameters } from './parameters.ts';

/** Cells of the technology that is asked about, and where each is found by its site, operator and place in the tenancy. */
export interface CellIndex {
  cells: readonly NetworkCell[];
  at: (site: number, operator: number, cell: number) => number;
}

/** Every cell of the technology, site by site in the scene's order. */
export const indexCells = ({ sites, bands, operators, settings, parameters }: CapacityScene): CellIndex => {
  const tddDownlinkShare = capacityParameters(parameters).tddDownlinkPercent.central / 100;
  const cells: NetworkCell[] = [];
  const known = new Map<string, number>();
  const bandOf = new Map(bands.map((band) => [band.id, band]));
  const keyOf = (site: number, operator: string, cell: number): string => `${site} ${cell} ${operator}`;
  sites.forEach((site: Site, s) => {
    for (const { operator, cells: own } of site.tenants) {
      own.forEach((cell, c) => {
        if (cell.technology !== settings.technology) return;
        const band = bandOf.get(cell.band);
        const spacingKHz = settings.technology === '5G' ? usualSpacingKHz(cell.bandwidthMHz) : 15;
        known.set(keyOf(s, operator, c), cells.length);
        cells.push({
          id: cell.id,
          siteId: site.id,
          operator,
          band: cell.band,
          frequencyMHz: band?.downlinkMHz ?? Number.NaN,
          bandwidthMHz: cell.bandwidthMHz,
          resourceBlocks:
            settings.technology === '5G'
              ? nrResourceBlocks(cell.bandwidthMHz, spacingKHz)
              : lteResourceBlocks(cell.bandwidthMHz),
          spacingKHz,
          downlinkShare: band?.duplex === 'TDD' ? tddDownlinkShare : 1,
        });
      });
    }
  });
  return { cells, at: (site, operator, cell) => known.get(keyOf(site, operators[operator], cell)) ?? -1 };
};
