import type { CommandTexts } from '../../i18n/load.ts';
import type { Translator } from '../../i18n/translator.ts';
import { writeNumber } from '../../i18n/write.ts';
import type { LayerKind } from '../../model/pack.ts';
import type { PathEnd, PathExplanation } from '../../radio/explain-path.ts';

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

export type Texts = Translator<CommandTexts>;

/** Sets thousands apart from here on: frequencies of four digits stay as they are typed. */
const groupFrom = 10_000;

export const writersOf = ({ language }: Texts) => {
  const n = (value: number, decimals = 1): string => writeNumber(language, value, decimals, groupFrom);
  return {
    n,
    /** Kilometres, or metres where two decimals of a kilometre say little. */
    length: (km: number): string => (km < 1 ? `${n(1000 * km, 0)} m` : `${n(km, 2)} km`),
  };
};

/** Both ends, and how they lie to each other, line by line. */
export const endLines = (path: PathExplanation, from: PathEnd, to: PathEnd, texts: Texts): string[] => {
  const { t } = texts;
  const { n, length } = writersOf(texts);
  const { heightM } = path.profile;
  const end = ({ position: [lon, lat], heightM: height }: PathEnd, groundM: number) => ({
    lon: n(lon, 5),
    lat: n(lat, 5),
    ground: n(groundM, 0),
    height: n(height),
  });
  return [
    t('explanation.from', end(from, heightM[0])),
    t('explanation.to', end(to, heightM.at(-1)!)),
    t('explanation.apart', { distance: length(path.distanceKm), azimuth: n(path.azimuthDeg) }),
  ];
};

/** What the pack is, and how much of the profile it has no terrain of, line by line. */
export const groundLines = (ground: Ground, { profile }: PathExplanation, texts: Texts): string[] => {
  const { t } = texts;
  const { n } = writersOf(texts);
  const { packTitle, terrainKind, terrainSource, terrainCoveredShare: share, landCoverKind } = ground;
  const terrain = { kind: t(`kind.${terrainKind}`), source: terrainSource };
  const pack = t('explanation.pack', {
    title: packTitle,
    terrain:
      share < 1
        ? t('explanation.terrainPart', { ...terrain, share: n(100 * share) })
        : t('explanation.terrain', terrain),
    landCover: landCoverKind
      ? t('explanation.landCover', { kind: t(`kind.${landCoverKind}`) })
      : t('explanation.noLandCover'),
  });
  const unknown = profile.unknownShare;
  return unknown > 0 ? [pack, t('explanation.unknown', { share: n(unknown * 100) })] : [pack];
};

/** Whether the line of sight is clear, and where it is narrowest or blocked. */
export const sightText = ({ worst }: PathExplanation, texts: Texts): string => {
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

/** Terms of a loss under each other, all but the last `bare` of them in dB. */
export const termLines = (
  terms: readonly (readonly [label: string, value: number])[],
  texts: Texts,
  bare = 0,
): string[] => {
  const { n } = writersOf(texts);
  const width = Math.max(...terms.map(([label]) => label.length));
  return terms.map(
    ([label, value], i) => `  ${label.padEnd(width)}  ${n(value).padStart(7)}${i < terms.length - bare ? ' dB' : ''}`,
  );
};
