import type { HeadlineId } from '../../findings/figures.ts';
import type { Findings } from '../../findings/findings.ts';
import { type HeadlineFigure, headlineFigures } from '../../findings/headline.ts';
import type { Range } from '../../model/facts.ts';

export type Language = 'vi' | 'en';

const labels: Record<HeadlineId, Record<Language, string>> = {
  hamlets: { vi: 'Xóm, tổ dân phố', en: 'Hamlets' },
  hamletsNoSignal: { vi: 'Xóm trắng sóng 4G (không nhà mạng nào)', en: 'Hamlets without 4G from any operator' },
  hamletsHole: { vi: 'Xóm lõm sóng 4G', en: 'Hamlets with a 4G signal hole' },
  peopleUnserved: { vi: 'Người ở cụm dân cư chưa có sóng 4G', en: 'People in clusters without 4G' },
  hamletsWithoutFibre: { vi: 'Xóm chưa có cáp quang', en: 'Hamlets without fibre' },
  peopleWithoutFibre: { vi: 'Người ở xóm chưa có cáp quang', en: 'People in hamlets without fibre' },
  sites: { vi: 'Vị trí cột', en: 'Sites' },
  sharingRateD1: {
    vi: 'Tỷ lệ dùng chung D1 (vị trí dùng chung / vị trí)',
    en: 'Sharing rate D1 (shared sites / sites)',
  },
  sharingRateD2: {
    vi: 'Tỷ lệ dùng chung D2 (lượt thuê trên vị trí dùng chung / lượt thuê)',
    en: 'Sharing rate D2 (tenancies on shared sites / tenancies)',
  },
  mergesNeeded: { vi: 'Lần gộp hai trạm đơn cần cho mục tiêu', en: 'Two-into-one merges the target needs' },
  mergesChosen: { vi: 'Lần gộp chọn được, không xóm nào mất sóng', en: 'Merges chosen, nobody losing service' },
  sharingRateAfter: { vi: 'Tỷ lệ dùng chung sau khi gộp', en: 'Sharing rate after the merges' },
  consolidation: { vi: 'Tiết kiệm do gộp trạm, giá trị hiện tại', en: 'Saving by consolidation, present value' },
  avoidedNewBuild: {
    vi: 'Nếu ngần ấy trạm mới dùng chung cột có sẵn, giá trị hiện tại',
    en: 'If as many new sites went onto standing masts, present value',
  },
};

const words = {
  vi: {
    billion: 'tỷ đồng',
    range: 'thấp–cao',
    kinds: 'Nguồn gốc dữ liệu',
    rest: (share: string) => `Địa hình đo đạc phủ ${share} của tỉnh; phần còn lại là giả lập.`,
  },
  en: {
    billion: 'billion VND',
    range: 'low–high',
    kinds: 'Provenance of the data',
    rest: (share: string) => `Measured terrain covers ${share} of the province; the rest is synthetic.`,
  },
} as const;

const numberIn =
  (lang: Language) =>
  (value: number, digits: number): string =>
    value.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });

const formatFigure = (figure: HeadlineFigure, lang: Language): string => {
  const number = numberIn(lang);
  const money = ({ low, central, high }: Range) => {
    const { billion, range } = words[lang];
    return `${number(central / 1e9, 1)} ${billion} (${range}: ${number(low / 1e9, 1)} – ${number(high / 1e9, 1)})`;
  };
  if (figure.unit === 'VND') return money(figure.value);
  return figure.unit === 'count' ? number(figure.value, 0) : `${number(figure.value * 100, 2)} %`;
};

/** The headline as a table of two columns, under the pack's title and above the kinds of its layers. */
export const headlineText = (findings: Findings, lang: Language): string => {
  const { pack } = findings;
  const figures = headlineFigures(findings);
  const width = Math.max(...figures.map(({ id }) => labels[id][lang].length));
  const isPartlyMeasured = pack.provenance.terrain?.kind === 'measured' && pack.terrainCoveredShare < 1;
  const layers = new Map<string, string[]>();
  for (const [layer, { kind }] of Object.entries(pack.provenance))
    layers.set(kind, [...(layers.get(kind) ?? []), layer]);
  return [
    lang === 'vi' ? pack.title : pack.titleEn,
    ...figures.map((figure) => `  ${labels[figure.id][lang].padEnd(width)}  ${formatFigure(figure, lang)}`),
    `${words[lang].kinds}:`,
    ...[...layers].map(([kind, names]) => `  ${kind}: ${names.join(', ')}`),
    ...(isPartlyMeasured ? [`  ${words[lang].rest(`${numberIn(lang)(pack.terrainCoveredShare * 100, 1)} %`)}`] : []),
    '',
  ].join('\n');
};
