import type { Language } from '../../i18n/problems.ts';
import type { LayerKind } from '../../model/pack.ts';
import type { PathEnd, PathExplanation, PathSettings } from '../../radio/explain-path.ts';
import type { OutsideRange } from '../../radio/p1812/validity.ts';

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

export type Write = (value: number, decimals?: number) => string;

/** Kilometres, or metres where two decimals of a kilometre say little. */
export const length = (km: number, n: Write): string => (km < 1 ? `${n(1000 * km, 0)} m` : `${n(km, 2)} km`);

export interface Texts {
  kind: Record<LayerKind, string>;
  polarisation: Record<PathSettings['polarisation'], string>;
  quantity: Record<OutsideRange['input'], string>;
  ends: (from: PathEnd, to: PathEnd, path: PathExplanation, n: Write) => string[];
  radio: (settings: PathSettings, path: PathExplanation, n: Write) => string;
  ground: (ground: Ground, n: Write) => string;
  unknown: (share: string) => string;
  clear: (worst: PathExplanation['worst'], n: Write) => string;
  blocked: (worst: PathExplanation['worst'], n: Write) => string;
  horizons: (path: PathExplanation, n: Write) => string;
  fresnel: (share: string) => string;
  terms: {
    title: string;
    freeSpace: string;
    diffraction: (bullington: string, smooth: string) => string;
    coverage: string;
    others: (troposcatter: string, ducting: string) => string;
    locations: (percent: string) => string;
    total: string;
    field: string;
  };
  outside: (quantity: string, value: string, min: string, max: string) => string;
  assumed: (deltaN: string, n0: string) => string;
}

const vi: Texts = {
  kind: { official: 'chính thức', measured: 'đo đạc', derived: 'suy ra', synthetic: 'giả lập' },
  polarisation: { vertical: 'phân cực đứng', horizontal: 'phân cực ngang' },
  quantity: {
    frequencyMHz: 'tần số (MHz)',
    distanceKm: 'khoảng cách (km)',
    txHeightM: 'độ cao anten phát (m)',
    rxHeightM: 'độ cao anten thu (m)',
    locationPercent: 'phần trăm vị trí',
  },
  ends: (from, to, path, n) => [
    `Phát: ${n(from.position[0], 5)}; ${n(from.position[1], 5)}, mặt đất ${n(path.profile.heightM[0], 0)} m, anten cao ${n(from.heightM)} m.`,
    `Thu: ${n(to.position[0], 5)}; ${n(to.position[1], 5)}, mặt đất ${n(path.profile.heightM.at(-1)!, 0)} m, anten cao ${n(to.heightM)} m.`,
    `Cách nhau ${length(path.distanceKm, n)}, phương vị ${n(path.azimuthDeg)}°.`,
  ],
  radio: (s, path, n) =>
    `${n(s.frequencyMHz, 0)} MHz, ${vi.polarisation[s.polarisation]}, ${n(s.timePercent, 0)} % thời gian, ${n(s.locationPercent, 0)} % vị trí; bán kính Trái Đất hiệu dụng ${n(path.effectiveEarthRadiusKm, 0)} km.`,
  ground: (g, n) =>
    `Gói dữ liệu «${g.packTitle}»: địa hình ${vi.kind[g.terrainKind]} (${g.terrainSource})${g.terrainCoveredShare < 1 ? `, nguồn chỉ phủ ${n(100 * g.terrainCoveredShare)} % tỉnh, ngoài đó là giả lập` : ''}; ${g.landCoverKind ? `lớp phủ ${vi.kind[g.landCoverKind]}` : 'không tính lớp phủ'}.`,
  unknown: (share) => `Lưu ý: ${share} % mặt cắt không có địa hình và được nối thẳng; kết quả chỉ để tham khảo.`,
  clear: (w, n) =>
    `Tầm nhìn thẳng thông suốt. Chỗ hẹp nhất ở ${length(w.distanceKm, n)}: tia đi trên mặt cắt ${n(w.rayM - w.raisedM)} m, bằng ${n(w.clearance, 2)} bán kính Fresnel thứ nhất (${n(w.fresnelRadiusM)} m).`,
  blocked: (w, n) =>
    `Bị che khuất. Vật cản ở ${length(w.distanceKm, n)}: đất ${n(w.terrainM, 0)} m, lớp phủ ${n(w.clutterM, 0)} m, độ cong Trái Đất ${n(w.raisedM - w.terrainM - w.clutterM)} m; cao hơn tia ${n(w.raisedM - w.rayM)} m, bằng ${n(-w.clearance, 2)} bán kính Fresnel thứ nhất (${n(w.fresnelRadiusM)} m).`,
  horizons: (path, n) => {
    const { diffractionMedian: at } = path.p1812;
    const { distanceKm } = path.profile;
    return `Chân trời nhìn từ máy phát ở ${length(distanceKm[at.txHorizon], n)}, nhìn từ máy thu ở ${length(distanceKm[at.rxHorizon], n)} (tính từ máy phát).`;
  },
  fresnel: (share) => `60 % vùng Fresnel thứ nhất không thoáng trên ${share} % đường truyền.`,
  terms: {
    title: 'Các thành phần suy hao:',
    freeSpace: 'Không gian tự do',
    diffraction: (bullington, smooth) => `Nhiễu xạ (mặt cắt ${bullington}, mặt đất cong ${smooth})`,
    coverage: 'Cộng lại, giá trị trung vị dùng khi tính vùng phủ',
    others: (tropo, ducting) => `Thời gian và các đường khác (tán xạ đối lưu ${tropo}, ống dẫn sóng ${ducting})`,
    locations: (percent) => `Biến động vị trí, ${percent} % vị trí`,
    total: 'Suy hao truyền sóng, ITU-R P.1812',
    field: 'Cường độ trường với 1 kW e.r.p., dB(µV/m)',
  },
  outside: (quantity, value, min, max) =>
    `Ngoài phạm vi của ITU-R P.1812: ${quantity} ${value}, phạm vi ${min} đến ${max}; kết quả không được bảo đảm.`,
  assumed: (deltaN, n0) => `Giả định: ΔN = ${deltaN} đơn vị N/km, N0 = ${n0} đơn vị N.`,
};

const en: Texts = {
  kind: { official: 'official', measured: 'measured', derived: 'derived', synthetic: 'synthetic' },
  polarisation: { vertical: 'vertical polarisation', horizontal: 'horizontal polarisation' },
  quantity: {
    frequencyMHz: 'frequency (MHz)',
    distanceKm: 'distance (km)',
    txHeightM: 'transmitter height (m)',
    rxHeightM: 'receiver height (m)',
    locationPercent: 'share of locations (%)',
  },
  ends: (from, to, path, n) => [
    `Transmitter: ${n(from.position[0], 5)}, ${n(from.position[1], 5)}, ground at ${n(path.profile.heightM[0], 0)} m, antenna ${n(from.heightM)} m above it.`,
    `Receiver: ${n(to.position[0], 5)}, ${n(to.position[1], 5)}, ground at ${n(path.profile.heightM.at(-1)!, 0)} m, antenna ${n(to.heightM)} m above it.`,
    `${length(path.distanceKm, n)} apart, azimuth ${n(path.azimuthDeg)}°.`,
  ],
  radio: (s, path, n) =>
    `${n(s.frequencyMHz, 0)} MHz, ${en.polarisation[s.polarisation]}, ${n(s.timePercent, 0)} % of time, ${n(s.locationPercent, 0)} % of locations; effective Earth radius ${n(path.effectiveEarthRadiusKm, 0)} km.`,
  ground: (g, n) =>
    `Pack “${g.packTitle}”: ${en.kind[g.terrainKind]} terrain (${g.terrainSource})${g.terrainCoveredShare < 1 ? `, which covers only ${n(100 * g.terrainCoveredShare)} % of the province and is made up beyond` : ''}; ${g.landCoverKind ? `${en.kind[g.landCoverKind]} land cover` : 'land cover left out'}.`,
  unknown: (share) =>
    `Mind: ${share} % of the profile has no terrain and is bridged straight; take the result as a hint.`,
  clear: (w, n) =>
    `The line of sight is clear. It is narrowest at ${length(w.distanceKm, n)}: the ray passes ${n(w.rayM - w.raisedM)} m above the profile, ${n(w.clearance, 2)} of the first Fresnel radius (${n(w.fresnelRadiusM)} m).`,
  blocked: (w, n) =>
    `The line of sight is blocked. The obstacle at ${length(w.distanceKm, n)}: ground ${n(w.terrainM, 0)} m, clutter ${n(w.clutterM, 0)} m, bulge of the Earth ${n(w.raisedM - w.terrainM - w.clutterM)} m; it stands ${n(w.raisedM - w.rayM)} m above the ray, ${n(-w.clearance, 2)} of the first Fresnel radius (${n(w.fresnelRadiusM)} m).`,
  horizons: (path, n) => {
    const { diffractionMedian: at } = path.p1812;
    const { distanceKm } = path.profile;
    return `The transmitter's horizon is at ${length(distanceKm[at.txHorizon], n)}, the receiver's at ${length(distanceKm[at.rxHorizon], n)} (both from the transmitter).`;
  },
  fresnel: (share) => `60 % of the first Fresnel zone is not free along ${share} % of the path.`,
  terms: {
    title: 'Terms of the loss:',
    freeSpace: 'Free space',
    diffraction: (bullington, smooth) => `Diffraction (profile ${bullington}, round Earth ${smooth})`,
    coverage: 'Together: the median that coverage is computed with',
    others: (tropo, ducting) => `Time and other ways (troposcatter ${tropo}, ducting ${ducting})`,
    locations: (percent) => `Location variability, ${percent} % of locations`,
    total: 'Basic transmission loss, ITU-R P.1812',
    field: 'Field strength at 1 kW e.r.p., dB(µV/m)',
  },
  outside: (quantity, value, min, max) =>
    `Outside the range of ITU-R P.1812: ${quantity} ${value}, range ${min} to ${max}; the result is not vouched for.`,
  assumed: (deltaN, n0) => `Assumed: ΔN = ${deltaN} N-units/km, N0 = ${n0} N-units.`,
};

const languages: Record<Language, { texts: Texts; locale: string }> = {
  vi: { texts: vi, locale: 'vi-VN' },
  en: { texts: en, locale: 'en-GB' },
};

/** The words of a language, and its way to write a number. */
export const wordsIn = (language: Language): { texts: Texts; n: Write } => {
  const { texts, locale } = languages[language];
  const n: Write = (value, decimals = 1) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: Math.abs(value) >= 10_000,
    })
      .format(Math.round(value * 10 ** decimals) === 0 ? 0 : value)
      .replace('-', '−');
  return { texts, n };
};

/** Terms of a loss under each other, all but the last `bare` of them in dB. */
export const termLines = (
  terms: readonly (readonly [label: string, value: number])[],
  n: Write,
  bare = 0,
): string[] => {
  const width = Math.max(...terms.map(([label]) => label.length));
  return terms.map(
    ([label, value], i) => `  ${label.padEnd(width)}  ${n(value).padStart(7)}${i < terms.length - bare ? ' dB' : ''}`,
  );
};

/** One path in words and numbers, line by line. */
export const explanationText = (
  path: PathExplanation,
  from: PathEnd,
  to: PathEnd,
  settings: PathSettings,
  ground: Ground,
  language: Language,
): string => {
  const { texts, n } = wordsIn(language);
  const { p1812: result, worst, profile } = path;
  const median = result.diffractionMedian;

  const terms: [label: string, value: number][] = [
    [texts.terms.freeSpace, result.freeSpaceDb],
    [
      texts.terms.diffraction(n(median.bullingtonActualDb), n(median.lossDb - median.bullingtonActualDb)),
      median.lossDb,
    ],
    [texts.terms.coverage, result.withDiffractionMedianDb],
    [
      texts.terms.others(n(result.troposcatterDb), n(result.ductingDb)),
      result.lossDb - result.withDiffractionMedianDb - result.locationDb,
    ],
    [texts.terms.locations(n(settings.locationPercent, 0)), result.locationDb],
    [texts.terms.total, result.lossDb],
    [texts.terms.field, result.fieldStrengthDbuVm],
  ];

  return [
    ...texts.ends(from, to, path, n),
    texts.radio(settings, path, n),
    texts.ground(ground, n),
    ...(profile.unknownShare > 0 ? [texts.unknown(n(profile.unknownShare * 100))] : []),
    '',
    worst.clearance > 0 ? texts.clear(worst, n) : texts.blocked(worst, n),
    ...(median.lineOfSight ? [] : [texts.horizons(path, n)]),
    texts.fresnel(n(path.obstructedShare * 100)),
    '',
    texts.terms.title,
    ...termLines(terms, n, 1),
    '',
    ...result.outsideValidity.map(({ input, value, min, max }) =>
      texts.outside(texts.quantity[input], n(value, 2), n(min, 2), n(max, 0)),
    ),
    texts.assumed(n(settings.deltaN), n(settings.refractivityN0, 0)),
    '',
  ].join('\n');
};
