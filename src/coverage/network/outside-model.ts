import type { Band } from '../../model/facts.ts';
import type { Site, Technology } from '../../model/site.ts';
import type { Violation } from '../../radio/empirical/model.ts';
import { outsideRange, type PathModelId, rangesOf } from '../../radio/path-model.ts';

/** What of a transmit cell the range of a model depends on. */
export interface TransmitHeight {
  frequencyMHz: number;
  antennaHeightM: number;
}

/** Every transmit cell of a technology that sites carry. */
export const transmitHeightsOf = (
  sites: readonly Site[],
  bands: readonly Band[],
  technology: Technology,
): TransmitHeight[] => {
  const frequencies = new Map(bands.map(({ id, downlinkMHz }) => [id, downlinkMHz]));
  return sites.flatMap(({ tenants }) =>
    tenants.flatMap(({ antennaHeightM, cells }) =>
      cells.flatMap((cell) => {
        const frequencyMHz = frequencies.get(cell.band);
        return cell.technology === technology && frequencyMHz !== undefined ? [{ frequencyMHz, antennaHeightM }] : [];
      }),
    ),
  );
};

/**
 * Where transmit cells lie outside the ranges of the model asked for; `radiusKm` is the farthest looked at. Empty for
 * delta-Bullington, and of a path's own shape for any.
 */
export const outsideModelOf = (
  transmit: readonly TransmitHeight[],
  { model: id, radiusKm, receiverHeightM }: { model: PathModelId; radiusKm: number; receiverHeightM: number },
): Violation[] => {
  const model = rangesOf(id);
  if (!model) return [];
  return outsideRange(model, {
    frequencyMHz: transmit.map(({ frequencyMHz }) => frequencyMHz),
    distanceKm: [radiusKm],
    txHeightM: transmit.map(({ antennaHeightM }) => antennaHeightM),
    rxHeightM: [receiverHeightM],
  });
};
