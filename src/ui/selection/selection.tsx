import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { pointOf, type Selection } from '../../study/selection.ts';
import { ActionButton, flyToAction } from '../actions/index.ts';
import { findingOf, findings } from '../app-state/run.ts';
import { lookup, opened, shownPack } from '../app-state/study.ts';
import { cardWanted, select, selection } from '../app-state/view.ts';
import { useFocusBack } from '../kit/focus-back.ts';
import { Icon } from '../kit/icon.tsx';
import { AreaCard } from './area-card.tsx';
import { CommuneCard } from './commune-card.tsx';
import { HamletCard } from './hamlet-card.tsx';
import { PointCard } from './point-card.tsx';
import { SiteCard } from './site-card.tsx';

const Card = () => {
  const chosen = selection.value;
  const pack = shownPack.value;
  const places = lookup.value;
  if (!chosen || !pack || !places) return null;
  const { manifest } = pack;
  const found = findings.value;
  const missing = <p class="quiet">{t('selection.unknownId', { id: chosen.id })}</p>;
  if (chosen.kind === 'hamlet') {
    const hamlet = places.hamlet(chosen.id);
    if (!hamlet) return missing;
    return <HamletCard hamlet={hamlet} finding={findingOf.value.get(hamlet.id)} findings={found} manifest={manifest} />;
  }
  if (chosen.kind === 'site') {
    const site = places.site(chosen.id);
    return site ? <SiteCard site={site} findings={found} manifest={manifest} /> : missing;
  }
  if (chosen.kind === 'area') {
    const area = places.area(chosen.id)?.properties;
    return area ? <AreaCard area={area} findings={found} manifest={manifest} /> : missing;
  }
  if (chosen.kind === 'point') {
    const at = pointOf(chosen);
    return at ? <PointCard at={at} pack={pack} /> : missing;
  }
  const commune = places.commune(chosen.id)?.properties;
  return commune ? <CommuneCard commune={commune} findings={found} manifest={manifest} /> : missing;
};

const SelectedPlace = ({ chosen }: { chosen: Selection }) => {
  const section = useRef<HTMLElement>(null);
  const wasOpen = useRef(false);
  const isWanted = cardWanted.value;
  useFocusBack();
  useEffect(() => {
    // the link to this place went with the card of the one before
    const isLost = wasOpen.current && document.activeElement === document.body;
    if (isLost || isWanted) section.current?.focus({ preventScroll: true });
    wasOpen.current = true;
    cardWanted.value = false;
  }, [chosen.kind, chosen.id, isWanted]);
  return (
    <section
      ref={section}
      tabIndex={-1}
      class="selection"
      aria-label={t('selection.title')}
      data-selected={`${chosen.kind}:${chosen.id}`}
    >
      <div class="selection-tools">
        <span class="eyebrow">{t(`selection.${chosen.kind}`)}</span>
        <ActionButton action={flyToAction} />
        <button
          type="button"
          class="icon-button"
          aria-label={t('selection.close')}
          title={t('selection.close')}
          onClick={() => select(null)}
        >
          <Icon name="close" />
        </button>
      </div>
      <Card />
    </section>
  );
};

/** Everything known of the one thing selected. */
export const Selected = () => {
  const chosen = selection.value;
  return chosen && opened.value && <SelectedPlace chosen={chosen} />;
};
