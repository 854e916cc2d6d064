import type { CommandTexts } from '../../i18n/load.ts';
import type { Translator } from '../../i18n/translator.ts';
import { writeNumber } from '../../i18n/write.ts';
import type { LayerKind } from '../../model/pack.ts';
import type { PathEnd, PathExplanation, PathSettings } from '../../radio/explain-path.ts';

/** What the pack is, in the words a reader needs to judge the answer. */
export interface Ground {
  packTitle: string;
  terrainKind: LayerKind;
  terrainSource: string;
  /** Share of the province that the source has terrain of, 0..1. */
  terrainCoveredShare: number;
  /** Null where clutter is not taken into account. */
  landCoverKind: LayerKind | null;
}

type Texts = Translator<CommandTexts>;

/** Sets thousands apart from here on: frequencies of four digits stay as they are typed. */
const groupFrom = 10_000;

const writersOf = ({ language }: Texts) => {
  const n = (value: number, decimals = 1): string => writeNumber(language, value, decimals, groupFrom);
  return {
    n,
    /** Kilometres, or metres where two decimals of a kilometre say little. */
    length: (km: number): string => (km < 1 ? `${n(1000 * km, 0)} m` : `${n(km, 2)} km`),
  };
};

const terrainText = (ground: Ground, texts: Texts): string => {
  const { t } = texts;
  const { packTitle, terrainKind, terrainSource, terrainCoveredShare: share, landCoverKind } = ground;
  const terrain = { kind: t(`kind.${terrainKind}`), source: terrainSource };
  return t('explanation.pack', {
    title: packTitle,
    terrain:
      share < 1
        ? t('explanation.terrainPart', { ...terrain, share: writersOf(texts).n(100 * share) })
        : t('explanation.terrain', terrain),
    landCover: landCoverKind
      ? t('explanation.landCover', { kind: t(`kind.${landCoverKind}`) })
      : t('explanation.noLandCover'),
  });
};

/** Whether the line of sight is clear, and where it is narrowest or blocked. */
const sightText = ({ worst }: PathExplanation, texts: Texts): string => {
  const { t } = texts;
  const { n, length } = writersOf(texts);
  const at = length(worst.distanceKm);
  const fresnel = n(worst.fresnelRadiusM);
  if (worst.clearance > 0) {
    const above = n(worst.rayM - worst.raisedM);
    return t('explanation.clear', { at, above, clearance: n(worst.clearance, 2), fresnel });
  }
  return t('explanation.blocked', {
    at,
    ground: n(worst.terrainM, 0),
    clutter: n(worst.clutterM, 0),
    bulge: n(worst.raisedM - worst.terrainM - worst.clutterM),
    above: n(worst.raisedM - worst.rayM),
    clearance: n(-worst.clearance, 2),
    fresnel,
  });
};

/** Every term of the loss, its value below that of the others. */
const termLines = ({ p1812: result }: PathExplanation, settings: PathSettings, texts: Texts): string[] => {
  const { t } = texts;
  const { n } = writersOf(texts);
  const median = result.diffractionMedian;
  const terms: [label: string, value: number][] = [
    [t('explanation.terms.freeSpace'), result.freeSpaceDb],
    [
      t('explanation.terms.diffraction', {
        bullington: n(median.bullingtonActualDb),
        smooth: n(median.lossDb - median.bullingtonActualDb),
      }),
      median.lossDb,
    ],
    [t('explanation.terms.coverage'), result.withDiffractionMedianDb],
    [
      t('explanation.terms.others', { troposcatter: n(result.troposcatterDb), ducting: n(result.ductingDb) }),
      result.lossDb - result.withDiffractionMedianDb - result.locationDb,
    ],
    [t('explanation.terms.locations', { percent: n(settings.locationPercent, 0) }), result.locationDb],
    [t('explanation.terms.total'), result.lossDb],
    [t('explanation.terms.field'), result.fieldStrengthDbuVm],
  ];
  const width = Math.max(...terms.map(([label]) => label.length));
  return terms.map(
    ([label, value], i) => `  ${label.padEnd(width)}  ${n(value).padStart(7)}${i < terms.length - 1 ? ' dB' : ''}`,
  );
};

/** One path in words and numbers, line by line. */
export const explanationText = (
  path: PathExplanation,
  from: PathEnd,
  to: PathEnd,
  settings: PathSettings,
  ground: Ground,
  texts: Texts,
): string => {
  const { t } = texts;
  const { n, length } = writersOf(texts);
  const { profile } = path;
  const { diffractionMedian: median, outsideValidity } = path.p1812;
  const end = ({ position: [lon, lat], heightM }: PathEnd, groundM: number) => ({
    lon: n(lon, 5),
    lat: n(lat, 5),
    ground: n(groundM, 0),
    height: n(heightM),
  });
  return [
    t('explanation.from', end(from, profile.heightM[0])),
    t('explanation.to', end(to, profile.heightM.at(-1)!)),
    t('explanation.apart', { distance: length(path.distanceKm), azimuth: n(path.azimuthDeg) }),
    t('explanation.radio', {
      frequency: n(settings.frequencyMHz, 0),
      polarisation: t(`explanation.polarisation.${settings.polarisation}`),
      time: n(settings.timePercent, 0),
      locations: n(settings.locationPercent, 0),
      radius: n(path.effectiveEarthRadiusKm, 0),
    }),
    terrainText(ground, texts),
    ...(profile.unknownShare > 0 ? [t('explanation.unknown', { share: n(profile.unknownShare * 100) })] : []),
    '',
    sightText(path, texts),
    ...(median.lineOfSight
      ? []
      : [
          t('explanation.horizons', {
            tx: length(profile.distanceKm[median.txHorizon]),
            rx: length(profile.distanceKm[median.rxHorizon]),
          }),
        ]),
    t('explanation.fresnel', { share: n(path.obstructedShare * 100) }),
    '',
    t('explanation.terms.title'),
    ...termLines(path, settings, texts),
    '',
    ...outsideValidity.map(({ input, value, min, max }) =>
      t('explanation.outside', {
        quantity: t(`explanation.quantity.${input}`),
        value: n(value, 2),
        min: n(min, 2),
        max: n(max, 0),
      }),
    ),
    t('explanation.assumed', { deltaN: n(settings.deltaN), n0: n(settings.refractivityN0, 0) }),
    '',
  ].join('\n');
};
