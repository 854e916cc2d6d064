import { t } from '../../i18n/language.ts';
import type { PackManifest } from '../../model/pack.ts';
import { openTask } from '../app-state/view.ts';
import { coverage, coverageKind, coverageOn } from '../coverage/index.ts';
import { KindBadge } from '../kit/kind-badge.tsx';

/** Coverage among the layers of the pack; before a run, the way to it. */
export const CoverageSwitch = ({ manifest }: { manifest: PackManifest }) => {
  const isThere = coverage.value !== null;
  return (
    <li class="layer layer-coverage">
      <label class="check">
        <input
          type="checkbox"
          data-layer="coverage"
          checked={isThere && coverageOn.value}
          disabled={!isThere}
          onChange={(event) => {
            coverageOn.value = event.currentTarget.checked;
          }}
        />
        {t('coverage.layer')}
      </label>
      {isThere ? (
        <KindBadge kind={coverageKind(manifest)} />
      ) : (
        <button type="button" class="link" onClick={() => openTask('coverage')}>
          {t('coverage.layerNone')}
        </button>
      )}
    </li>
  );
};
