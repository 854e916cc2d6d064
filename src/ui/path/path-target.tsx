import { useMemo, useState } from 'preact/hooks';
import { distanceM } from '../../geo/distance.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { Hamlet } from '../../model/hamlet.ts';
import type { Site } from '../../model/site.ts';
import { lookup, shownPack } from '../app-state/study.ts';
import { communeTitle } from '../app-state/titles.ts';
import { position } from '../app-state/view.ts';
import { Icon } from '../kit/icon.tsx';
import { readCoordinates } from './coordinates.ts';
import { changePath, type PathQuestion, type PathTarget, pathChoosing, positionOfTarget } from './path-question.ts';

const nearbyHamlets = 12;

const nearestTo = (site: Site, hamlets: readonly Hamlet[]): Hamlet[] =>
  hamlets
    .map((hamlet) => ({ hamlet, away: distanceM(site.position, hamlet.centre) }))
    .sort((a, b) => a.away - b.away || (a.hamlet.id < b.hamlet.id ? -1 : 1))
    .slice(0, nearbyHamlets)
    .map(({ hamlet }) => hamlet);

/** Hamlets of one name are told apart by their communes. */
const nearbyLabel = ({ name, communeCode }: Hamlet): string => {
  const commune = lookup.value?.commune(communeCode)?.properties;
  return t('path.centre', { name: commune ? `${name}, ${communeTitle(commune)}` : name });
};

const placesOf = (hamlet: Hamlet): { value: string; label: string }[] => [
  { value: hamlet.id, label: t('path.centre', { name: hamlet.name }) },
  ...hamlet.clusters.map((cluster, index) => ({
    value: `${hamlet.id}#${index}`,
    label: t('path.cluster', { name: hamlet.name, index: index + 1, people: formatNumber(cluster.people) }),
  })),
];

const optionOf = (target: PathTarget | null): string => {
  if (target?.kind !== 'hamlet') return target ? 'point' : '';
  return target.cluster === null ? target.id : `${target.id}#${target.cluster}`;
};

const targetOf = (value: string): PathTarget => {
  const [id, cluster] = value.split('#');
  return { kind: 'hamlet', id, cluster: cluster === undefined ? null : Number(cluster) };
};

/** A hamlet's centre or cluster from a list. */
const HamletSelect = ({ question, site }: { question: PathQuestion; site: Site }) => {
  const hamlets = shownPack.value?.hamlets;
  const near = useMemo(() => nearestTo(site, hamlets ?? []), [site, hamlets]);
  const { target } = question;
  const chosen = target?.kind === 'hamlet' ? lookup.value?.hamlet(target.id) : undefined;
  return (
    <label class="field">
      <span>{t('path.to')}</span>
      <select
        value={optionOf(target)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value !== '' && value !== 'point') changePath({ target: targetOf(value) });
        }}
      >
        <option value="" disabled>
          …
        </option>
        <option value="point" disabled={target?.kind !== 'point'}>
          {t('path.point')}
        </option>
        {chosen && (
          <optgroup label={chosen.name}>
            {placesOf(chosen).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t('path.nearby')}>
          {near
            .filter((hamlet) => hamlet.id !== chosen?.id)
            .map((hamlet) => (
              <option key={hamlet.id} value={hamlet.id}>
                {nearbyLabel(hamlet)}
              </option>
            ))}
        </optgroup>
      </select>
    </label>
  );
};

/** Latitude and longitude by hand, for whoever does not use a pointer. */
const Coordinates = ({ question }: { question: PathQuestion }) => {
  const at = positionOfTarget(question.target);
  const written = at ? `${formatNumber(at[1], 5)}; ${formatNumber(at[0], 5)}` : '';
  const [typed, setTyped] = useState<string | null>(null);
  const [bad, setBad] = useState(false);
  const apply = (event: Event): void => {
    event.preventDefault();
    const read = readCoordinates(typed ?? written);
    setBad(read === null);
    if (!read) return;
    setTyped(null);
    changePath({ target: { kind: 'point', at: read } });
  };
  return (
    <form class="coordinates" onSubmit={apply}>
      <label class="field">
        <span>{t('path.coordinates')}</span>
        <input
          type="text"
          inputMode="text"
          class="input tabular"
          value={typed ?? written}
          aria-invalid={bad}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        {t('path.apply')}
      </button>
      {bad && (
        <p class="field-error" role="alert">
          {t('path.coordinatesBad')}
        </p>
      )}
    </form>
  );
};

/** Where the path ends: by the map, by name or by coordinates. */
export const PathTargetFields = ({ question, site }: { question: PathQuestion; site: Site }) => (
  <>
    <HamletSelect question={question} site={site} />
    <Coordinates key={optionOf(question.target)} question={question} />
    <button
      type="button"
      class="button"
      aria-pressed={pathChoosing.value}
      onClick={() => {
        pathChoosing.value = !pathChoosing.value;
      }}
    >
      <Icon name="target" size={18} />
      {t('path.choose')}
    </button>
    <button
      type="button"
      class="button"
      disabled={position.value === null}
      onClick={() => {
        const centre = position.peek();
        if (centre) changePath({ target: { kind: 'point', at: [centre.lon, centre.lat] } });
      }}
    >
      {t('path.mapCentre')}
    </button>
  </>
);
