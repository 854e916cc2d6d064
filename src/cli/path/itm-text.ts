import type { PathEnd, PathExplanation, PathSettings } from '../../radio/explain-path.ts';
import type { ItmResult } from '../../radio/itm/itm.ts';
import type { ItmEnvironment } from '../../radio/itm/itm-input.ts';
import type { ItmOutsideRange } from '../../radio/itm/outside-ranges.ts';
import { surfaceRefractivityRange } from '../../radio/itm/ranges.ts';
import { endLines, type Ground, groundLines, sightText, type Texts, termLines, writersOf } from './path-lines.ts';

/** A path by the Irregular Terrain Model, and what was asked. */
export interface ItmExplanation {
  path: PathExplanation;
  result: ItmResult;
  outside: readonly ItmOutsideRange[];
  from: PathEnd;
  to: PathEnd;
  frequencyMHz: number;
  polarisation: PathSettings['polarisation'];
  environment: ItmEnvironment;
  ground: Ground;
}

/** Names of climates 1 to 7 and of the model's ranges, as texts have them. */
const climates = [
  'equatorial',
  'continentalSubtropical',
  'maritimeSubtropical',
  'desert',
  'continentalTemperate',
  'maritimeTemperateLand',
  'maritimeTemperateSea',
] as const;
const modes = { 1: 'lineOfSight', 2: 'diffraction', 3: 'troposcatter' } as const;

const radioText = ({ frequencyMHz, polarisation, environment }: ItmExplanation, texts: Texts): string => {
  const { n } = writersOf(texts);
  return texts.t('itm.radio', {
    frequency: n(frequencyMHz, 0),
    polarisation: texts.t(`explanation.polarisation.${polarisation}`),
    time: n(environment.timePercent, 0),
    locations: n(environment.locationPercent, 0),
    situations: n(environment.situationPercent, 0),
    mode: environment.variabilityMode,
  });
};

/** What the model makes of the terrain: both horizons, and what lies between. */
const terrainLines = ({ horizons, irregularityM, effectiveHeightM, mode }: ItmResult, texts: Texts): string[] => {
  const { t } = texts;
  const { n, length } = writersOf(texts);
  const { distanceM, elevationRad } = horizons;
  return [
    t('itm.horizons', {
      tx: length(distanceM[0] / 1000),
      txAngle: n(1000 * elevationRad[0]),
      rx: length(distanceM[1] / 1000),
      rxAngle: n(1000 * elevationRad[1]),
    }),
    t('itm.terrain', {
      irregularity: n(irregularityM),
      txHeight: n(effectiveHeightM[0]),
      rxHeight: n(effectiveHeightM[1]),
      mode: t(`itm.mode.${modes[mode]}`),
    }),
  ];
};

/** Every term of the loss, and ITU-R P.1812 for comparison. */
const lossTerms = ({ path, result }: ItmExplanation, { t }: Texts): [label: string, value: number][] => {
  const { withDiffractionMedianDb } = path.p1812;
  return [
    [t('itm.terms.freeSpace'), result.freeSpaceDb],
    [t('itm.terms.reference'), result.referenceDb],
    [t('itm.terms.variability'), result.lossDb - result.freeSpaceDb - result.referenceDb],
    [t('itm.terms.total'), result.lossDb],
    [t('itm.terms.p1812'), withDiffractionMedianDb],
    [t('itm.terms.more'), result.lossDb - withDiffractionMedianDb],
  ];
};

const outsideLines = ({ outside, result: { surfaceRefractivity: value } }: ItmExplanation, texts: Texts): string[] => {
  const { t } = texts;
  const { n } = writersOf(texts);
  const [min, max] = surfaceRefractivityRange;
  const thin = value < min ? [{ quantity: 'surfaceRefractivity', value, min, max } as const] : [];
  return [...outside, ...thin].map((one) =>
    t('itm.outside', {
      quantity: t(`explanation.quantity.${one.quantity}`),
      value: n(one.value, 2),
      min: n(one.min, 2),
      max: n(one.max, 2),
    }),
  );
};

const assumedText = ({ environment }: ItmExplanation, texts: Texts): string => {
  const { n } = writersOf(texts);
  return texts.t('itm.assumed', {
    climate: environment.climate,
    name: texts.t(`itm.climate.${climates[environment.climate - 1]}`),
    n0: n(environment.refractivityN0, 0),
    permittivity: n(environment.permittivity),
    conductivity: n(environment.conductivitySPerM, 3),
  });
};

/** One path by the Irregular Terrain Model in words and numbers, line by line. */
export const itmText = (explained: ItmExplanation, texts: Texts): string => {
  const { path, from, to, ground, result } = explained;
  const { t } = texts;
  const { n } = writersOf(texts);
  return [
    ...endLines(path, from, to, texts),
    radioText(explained, texts),
    ...groundLines(ground, path, texts),
    '',
    sightText(path, texts),
    t('explanation.fresnel', { share: n(path.obstructedShare * 100) }),
    ...terrainLines(result, texts),
    '',
    t('itm.terms.title'),
    ...termLines(lossTerms(explained, texts), texts),
    '',
    ...outsideLines(explained, texts),
    assumedText(explained, texts),
    '',
  ].join('\n');
};
