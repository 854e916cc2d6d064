import { type Asked, askedOf } from '../../coverage/service/asked.ts';
import type { HeadlineId } from '../../findings/figures.ts';
import type { Findings } from '../../findings/findings.ts';
import { type HeadlineFigure, headlineFigures } from '../../findings/headline.ts';
import { formatBillionVnd, formatNumber, formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { openTask, showGaps } from '../app-state/view.ts';

interface Group {
  title: 'headline.signal' | 'headline.fibre' | 'headline.sharing';
  /** The figures that matter most, large. */
  cards: readonly HeadlineId[];
  rows: readonly HeadlineId[];
}

const groups: readonly Group[] = [
  {
    title: 'headline.signal',
    cards: ['hamletsNoSignal', 'hamletsHole'],
    rows: ['peopleUnserved', 'hamletsUnknown', 'peopleUnknown', 'hamlets'],
  },
  { title: 'headline.fibre', cards: [], rows: ['hamletsWithoutFibre', 'peopleWithoutFibre'] },
  {
    title: 'headline.sharing',
    cards: ['sharingRateD1', 'sharingRateAfter'],
    rows: ['sites', 'sharingRateD2', 'mergesNeeded', 'mergesChosen', 'consolidation', 'avoidedNewBuild'],
  },
];

const sharing = (): void => openTask('sharing');
const withoutFibre = (): void => showGaps({ withoutFibre: true });

/** To what a figure counts. */
const links: Record<HeadlineId, () => void> = {
  hamlets: () => showGaps({}),
  hamletsNoSignal: () => showGaps({ statuses: ['none'] }),
  hamletsHole: () => showGaps({ statuses: ['partial'] }),
  peopleUnserved: () => showGaps({ statuses: ['none', 'partial'] }),
  hamletsUnknown: () => showGaps({ statuses: ['unknown'] }),
  peopleUnknown: () => showGaps({ statuses: ['unknown'] }),
  hamletsWithoutFibre: withoutFibre,
  peopleWithoutFibre: withoutFibre,
  sites: sharing,
  sharingRateD1: sharing,
  sharingRateD2: sharing,
  mergesNeeded: sharing,
  mergesChosen: sharing,
  sharingRateAfter: sharing,
  consolidation: sharing,
  avoidedNewBuild: sharing,
};

const write = (figure: HeadlineFigure, asked: Asked): string => {
  if (figure.unit === 'absent') return t('headline.absent', asked);
  if (figure.unit === 'VND') return t('unit.billionVnd', { value: formatBillionVnd(figure.value.central) });
  return figure.unit === 'share' ? formatShare(figure.value) : formatNumber(figure.value);
};

const Figure = ({ figure, asked, large }: { figure: HeadlineFigure; asked: Asked; large: boolean }) => (
  <button
    type="button"
    class={large ? 'figure' : 'figure-row'}
    data-figure={figure.id}
    data-value={figure.unit === 'VND' ? figure.value.central : (figure.value ?? undefined)}
    onClick={links[figure.id]}
  >
    <span class="figure-value">{write(figure, asked)}</span>
    <span class="figure-label">
      {t(`headline.${figure.id}`, asked)}
      {figure.unit === 'VND' && (
        <span class="figure-note">
          {t('overview.percentile', { n: 10 })} {formatBillionVnd(figure.value.low)} ·{' '}
          {t('overview.percentile', { n: 90 })} {formatBillionVnd(figure.value.high)}
        </span>
      )}
    </span>
  </button>
);

/** The headline. Every figure leads to what it counts. */
export const Figures = ({ findings }: { findings: Findings }) => {
  const asked = askedOf(findings.service);
  const figures = new Map(headlineFigures(findings).map((figure) => [figure.id, figure]));
  const draw = (ids: readonly HeadlineId[], large: boolean) =>
    ids.flatMap((id) => {
      const figure = figures.get(id);
      return figure ? [<Figure key={id} figure={figure} asked={asked} large={large} />] : [];
    });
  return (
    <>
      {groups.map(({ title, cards, rows }) => (
        <section key={title} class="block">
          <h3>{t(title, asked)}</h3>
          {cards.length > 0 && <div class="figures">{draw(cards, true)}</div>}
          <div class="figure-rows">{draw(rows, false)}</div>
        </section>
      ))}
    </>
  );
};
