import { useId, useState } from 'preact/hooks';
import { formatDate, formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { packText } from '../../i18n/pack-text.ts';
import { type LayerName, layerNames, type PackManifest } from '../../model/pack.ts';
import { shownLayers, toggleLayer } from '../app-state/view.ts';
import { Icon } from '../kit/icon.tsx';
import { KindBadge } from '../kit/kind-badge.tsx';
import { CoverageSwitch } from './coverage-switch.tsx';

const drawn: readonly LayerName[] = [
  'hamlets',
  'sites',
  'communes',
  'districts',
  'province',
  'areas',
  'fibre',
  'roads',
  'terrain',
];

const Layer = ({ name, manifest }: { name: LayerName; manifest: PackManifest }) => {
  const [isOpen, setOpen] = useState(false);
  const sourceId = useId();
  const { kind, source, date, licence, note } = manifest.provenance[name];
  const isDrawn = drawn.includes(name);
  const title = t(`layer.${name}`);
  return (
    <li class="layer">
      {isDrawn ? (
        <label class="check">
          <input
            type="checkbox"
            data-layer={name}
            checked={shownLayers.value.has(name)}
            onChange={() => toggleLayer(name)}
          />
          {title}
        </label>
      ) : (
        <span class="check-space">{title}</span>
      )}
      <KindBadge kind={kind} />
      <button
        type="button"
        class="icon-button layer-more"
        aria-expanded={isOpen}
        aria-controls={sourceId}
        aria-label={`${t('common.source')}: ${title}`}
        title={t('common.source')}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="chevron" size={16} />
      </button>
      <div id={sourceId} class="layer-source" hidden={!isOpen}>
        <p>
          {packText(source)}. {formatDate(date)}. {t('common.licence')}: {licence}.
        </p>
        {note && <p>{packText(note)}</p>}
        {name === 'terrain' && <p>{t('layer.terrainCover', { share: formatShare(manifest.terrainCoveredShare) })}</p>}
        {!isDrawn && <p>{t('layer.hidden')}</p>}
      </div>
    </li>
  );
};

/** Every layer of the pack: on the map or not, and where it comes from. */
export const Layers = ({ manifest }: { manifest: PackManifest }) => {
  const order = [...drawn, ...layerNames.filter((name) => !drawn.includes(name))];
  return (
    <>
      <p class="quiet">{t('overview.layersHint')}</p>
      <ul class="layers">
        <CoverageSwitch manifest={manifest} />
        {order.map((name) => (
          <Layer key={name} name={name} manifest={manifest} />
        ))}
      </ul>
    </>
  );
};
