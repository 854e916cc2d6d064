import type { Pack } from '../../model/pack.ts';
import type { PathExplanation } from '../../radio/explain-path.ts';
import { evenProfileOver } from '../../radio/itm/even-profile.ts';
import { itm } from '../../radio/itm/itm.ts';
import { itmCodes } from '../../radio/itm/itm-codes.ts';
import type { ItmEnvironment } from '../../radio/itm/itm-input.ts';
import { outsideItmRanges } from '../../radio/itm/outside-ranges.ts';
import { PathPoints } from '../../radio/profile.ts';
import { UsageError } from '../command.ts';
import { itmColumns } from './itm-columns.ts';
import { itmText } from './itm-text.ts';
import type { Ground, Texts } from './path-lines.ts';
import type { PathOptions } from './path-options.ts';

/** What of a path the model has no answer to, by its code. */
const refusals: Readonly<Record<number, string>> = {
  [itmCodes.txHeight]: '--from HEIGHT must be 0.5 m or more for --model itm.',
  [itmCodes.rxHeight]: '--to HEIGHT must be 0.5 m or more for --model itm.',
  [itmCodes.frequency]: '--f must be a number from 20 to 20000 for --model itm.',
};

/**
 * A path by the Irregular Terrain Model, with the loss of ITU-R P.1812 beside it: in words, or as JSON.
 *
 * @param path the same path as ITU-R P.1812 sees it
 * @throws UsageError for what the model has no answer to
 */
export const explainItm = (
  pack: Pick<Pack, 'terrain' | 'landCover'>,
  path: PathExplanation,
  ground: Ground,
  options: Extract<PathOptions, { mode: 'explain' }> & { itm: ItmEnvironment },
  texts: Texts,
): string => {
  const { from, to, itm: environment } = options;
  const { frequencyMHz, polarisation } = options.settings;
  const landCover = ground.landCoverKind ? pack.landCover : null;
  const radio = { frequencyMHz, txHeightM: from.heightM, rxHeightM: to.heightM };
  const outcome = itm({
    ...radio,
    profile: evenProfileOver(new PathPoints(pack.terrain, landCover, from.position, to.position)),
    polarisation,
    environment,
  });
  if (!outcome.result) {
    throw new UsageError(
      refusals[outcome.code] ?? `The Irregular Terrain Model has no answer to this path: code ${outcome.code}.`,
    );
  }
  const outside = outsideItmRanges(radio, outcome.result);
  if (!options.json) {
    return itmText(
      { path, result: outcome.result, outside, from, to, polarisation, frequencyMHz, environment, ground },
      texts,
    );
  }
  const data = {
    from,
    to,
    settings: { model: 'itm', frequencyMHz, polarisation, ...environment },
    ground,
    azimuthDeg: path.azimuthDeg,
    lineOfSight: path.p1812.diffractionMedian.lineOfSight,
    worst: path.worst,
    obstructedShare: path.obstructedShare,
    unknownShare: path.profile.unknownShare,
    outsideValidity: outside,
    terms: itmColumns(outcome),
    p1812: { Lbd50: path.p1812.withDiffractionMedianDb },
    profile: path.points,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
};
