import { type Asked, askedOf } from '../../coverage/service/asked.ts';
import type { Findings } from '../../findings/findings.ts';
import { type HeadlineFigure, headlineFigures } from '../../findings/headline.ts';
import type { CommandTexts } from '../../i18n/load.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { Range } from '../../model/facts.ts';

type Texts = Translator<CommandTexts>;

/** With a plain minus, as other programs read it. */
const plain = ({ number }: Texts, value: number, digits: number): string => number(value, digits).replace('−', '-');

const moneyText = ({ low, central, high }: Range, texts: Texts): string => {
  const billion = (vnd: number): string => plain(texts, vnd / 1e9, 1);
  return texts.t('summary.money', { central: billion(central), low: billion(low), high: billion(high) });
};

const figureText = (figure: HeadlineFigure, asked: Asked, texts: Texts): string => {
  if (figure.unit === 'absent') return texts.t('table.absent', asked);
  if (figure.unit === 'VND') return moneyText(figure.value, texts);
  if (figure.unit === 'count') return plain(texts, figure.value, 0);
  return texts.t('summary.percent', { value: plain(texts, figure.value * 100, 2) });
};

/** The headline as a table of two columns, under the pack's title and above the kinds of its layers. */
export const headlineText = (findings: Findings, texts: Texts): string => {
  const { t } = texts;
  const { pack } = findings;
  const asked = askedOf(findings.service);
  const figures = headlineFigures(findings).map((figure) => [
    t(`figure.${figure.id}`, asked),
    figureText(figure, asked, texts),
  ]);
  const width = Math.max(...figures.map(([label]) => label.length));
  const isPartlyMeasured = pack.provenance.terrain?.kind === 'measured' && pack.terrainCoveredShare < 1;
  const layers = new Map<string, string[]>();
  for (const [layer, { kind }] of Object.entries(pack.provenance))
    layers.set(kind, [...(layers.get(kind) ?? []), layer]);
  return [
    texts.language === 'vi' ? pack.title : pack.titleEn,
    ...figures.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    t('summary.kinds'),
    ...[...layers].map(([kind, names]) => `  ${kind}: ${names.join(', ')}`),
    ...(isPartlyMeasured
      ? [`  ${t('summary.partlyMeasured', { share: plain(texts, pack.terrainCoveredShare * 100, 1) })}`]
      : []),
    '',
  ].join('\n');
};
