import type { Language } from '../../i18n/problems.ts';
import type { PathEnd, PathExplanation, PathSettings } from '../../radio/explain-path.ts';
import type { ItmResult } from '../../radio/itm/itm.ts';
import type { ItmEnvironment } from '../../radio/itm/itm-input.ts';
import type { ItmOutsideRange } from '../../radio/itm/outside-ranges.ts';
import { surfaceRefractivityRange } from '../../radio/itm/ranges.ts';
import type { ItmMode } from '../../radio/itm/reference-attenuation.ts';
import { type Ground, length, type Texts, termLines, type Write, wordsIn } from './path-text.ts';

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

interface ItmTexts {
  climates: readonly string[];
  modes: Record<ItmMode, string>;
  quantity: Readonly<Record<string, string>>;
  radio: (path: ItmExplanation, polarisation: string, n: Write) => string;
  horizons: (result: ItmResult, n: Write) => string;
  terrain: (result: ItmResult, mode: string, n: Write) => string;
  terms: {
    title: string;
    freeSpace: string;
    reference: string;
    variability: string;
    total: string;
    p1812: string;
    more: string;
  };
  outside: (quantity: string, value: string, min: string, max: string) => string;
  assumed: (environment: ItmEnvironment, climate: string, n: Write) => string;
}

const vi: ItmTexts = {
  climates: [
    'xích đạo',
    'cận nhiệt đới lục địa',
    'cận nhiệt đới biển',
    'hoang mạc',
    'ôn đới lục địa',
    'ôn đới biển, trên đất liền',
    'ôn đới biển, trên mặt biển',
  ],
  modes: { 1: 'tầm nhìn của Trái Đất nhẵn', 2: 'nhiễu xạ', 3: 'tán xạ đối lưu' },
  quantity: {
    frequencyMHz: 'tần số (MHz)',
    distanceKm: 'khoảng cách (km)',
    txHeightM: 'độ cao anten phát (m)',
    rxHeightM: 'độ cao anten thu (m)',
    horizonKm: 'khoảng cách tới chân trời của một anten (km)',
    horizonMrad: 'góc chân trời của một anten (mrad)',
    surfaceRefractivity: 'chỉ số khúc xạ tại mặt đất (đơn vị N)',
  },
  radio: ({ frequencyMHz, environment: e }, polarisation, n) =>
    `Mô hình ITM (Longley-Rice): ${n(frequencyMHz, 0)} MHz, ${polarisation}, ${n(e.timePercent, 0)} % thời gian, ${n(e.locationPercent, 0)} % vị trí, ${n(e.situationPercent, 0)} % tình huống (mdvar ${e.variabilityMode}).`,
  horizons: ({ horizons: { distanceM: d, elevationRad: a } }, n) =>
    `Chân trời của máy phát cách nó ${length(d[0] / 1000, n)}, góc ${n(1000 * a[0])} mrad; của máy thu cách nó ${length(d[1] / 1000, n)}, góc ${n(1000 * a[1])} mrad.`,
  terrain: ({ irregularityM, effectiveHeightM: h }, mode, n) =>
    `Độ gồ ghề Δh ${n(irregularityM)} m, độ cao hiệu dụng ${n(h[0])} m và ${n(h[1])} m; vùng của mô hình: ${mode}.`,
  terms: {
    title: 'Các thành phần suy hao:',
    freeSpace: 'Không gian tự do',
    reference: 'Suy hao quy chiếu A_ref so với không gian tự do',
    variability: 'Biến động theo thời gian, vị trí và tình huống',
    total: 'Suy hao truyền sóng, ITM',
    p1812: 'Để đối chiếu: giá trị trung vị theo ITU-R P.1812',
    more: 'ITM nhiều hơn',
  },
  outside: (quantity, value, min, max) =>
    `Ngoài phạm vi của ITM: ${quantity} ${value}, phạm vi ${min} đến ${max}; kết quả không được bảo đảm.`,
  assumed: (e, climate, n) =>
    `Giả định: khí hậu ${e.climate} (${climate}), N0 = ${n(e.refractivityN0, 0)} đơn vị N, đất ε = ${n(e.permittivity)}, σ = ${n(e.conductivitySPerM, 3)} S/m.`,
};

const en: ItmTexts = {
  climates: [
    'equatorial',
    'continental subtropical',
    'maritime subtropical',
    'desert',
    'continental temperate',
    'maritime temperate, over land',
    'maritime temperate, over sea',
  ],
  modes: { 1: 'line of sight of a smooth Earth', 2: 'diffraction', 3: 'troposcatter' },
  quantity: {
    frequencyMHz: 'frequency (MHz)',
    distanceKm: 'distance (km)',
    txHeightM: 'transmitter height (m)',
    rxHeightM: 'receiver height (m)',
    horizonKm: "distance of an antenna's horizon (km)",
    horizonMrad: "elevation of an antenna's horizon (mrad)",
    surfaceRefractivity: 'surface refractivity (N-units)',
  },
  radio: ({ frequencyMHz, environment: e }, polarisation, n) =>
    `Irregular Terrain Model (Longley-Rice): ${n(frequencyMHz, 0)} MHz, ${polarisation}, ${n(e.timePercent, 0)} % of time, ${n(e.locationPercent, 0)} % of locations, ${n(e.situationPercent, 0)} % of situations (mdvar ${e.variabilityMode}).`,
  horizons: ({ horizons: { distanceM: d, elevationRad: a } }, n) =>
    `The transmitter's horizon is ${length(d[0] / 1000, n)} from it at ${n(1000 * a[0])} mrad, the receiver's ${length(d[1] / 1000, n)} from it at ${n(1000 * a[1])} mrad.`,
  terrain: ({ irregularityM, effectiveHeightM: h }, mode, n) =>
    `Terrain irregularity Δh ${n(irregularityM)} m, effective heights ${n(h[0])} m and ${n(h[1])} m; range of the model: ${mode}.`,
  terms: {
    title: 'Terms of the loss:',
    freeSpace: 'Free space',
    reference: 'Reference attenuation A_ref below free space',
    variability: 'Variability in time, locations and situations',
    total: 'Basic transmission loss, ITM',
    p1812: 'For comparison: the median of ITU-R P.1812',
    more: 'ITM loses more by',
  },
  outside: (quantity, value, min, max) =>
    `Outside the range of ITM: ${quantity} ${value}, range ${min} to ${max}; the result is not vouched for.`,
  assumed: (e, climate, n) =>
    `Assumed: climate ${e.climate} (${climate}), N0 = ${n(e.refractivityN0, 0)} N-units, ground ε = ${n(e.permittivity)}, σ = ${n(e.conductivitySPerM, 3)} S/m.`,
};

const languages: Record<Language, ItmTexts> = { vi, en };

const sight = ({ path: { worst, obstructedShare } }: ItmExplanation, texts: Texts, n: Write): string[] => [
  worst.clearance > 0 ? texts.clear(worst, n) : texts.blocked(worst, n),
  texts.fresnel(n(obstructedShare * 100)),
];

/** One path by the Irregular Terrain Model in words and numbers, line by line. */
export const itmText = (explained: ItmExplanation, language: Language): string => {
  const { path, result, environment, ground, polarisation } = explained;
  const { texts: common, n } = wordsIn(language);
  const texts = languages[language];
  const { unknownShare } = path.profile;
  const { withDiffractionMedianDb } = path.p1812;
  const [min, max] = surfaceRefractivityRange;
  const value = result.surfaceRefractivity;
  const outside = [
    ...explained.outside,
    ...(value < min ? [{ quantity: 'surfaceRefractivity', value, min, max }] : []),
  ];
  const terms: [label: string, value: number][] = [
    [texts.terms.freeSpace, result.freeSpaceDb],
    [texts.terms.reference, result.referenceDb],
    [texts.terms.variability, result.lossDb - result.freeSpaceDb - result.referenceDb],
    [texts.terms.total, result.lossDb],
    [texts.terms.p1812, withDiffractionMedianDb],
    [texts.terms.more, result.lossDb - withDiffractionMedianDb],
  ];
  return [
    ...common.ends(explained.from, explained.to, path, n),
    texts.radio(explained, common.polarisation[polarisation], n),
    common.ground(ground, n),
    ...(unknownShare > 0 ? [common.unknown(n(unknownShare * 100))] : []),
    '',
    ...sight(explained, common, n),
    texts.horizons(result, n),
    texts.terrain(result, texts.modes[result.mode], n),
    '',
    texts.terms.title,
    ...termLines(terms, n),
    '',
    ...outside.map((one) => texts.outside(texts.quantity[one.quantity], n(one.value, 2), n(one.min, 2), n(one.max, 2))),
    texts.assumed(environment, texts.climates[environment.climate - 1], n),
    '',
  ].join('\n');
};
