import { t } from '../../i18n/language.ts';
import { packText } from '../../i18n/pack-text.ts';
import type { LayerName, PackManifest } from '../../model/pack.ts';
import { KindBadge } from './kind-badge.tsx';

interface ProvenanceNoteProps {
  manifest: PackManifest;
  layers: readonly LayerName[];
}

/** Where the figures of a card come from; made-up ones say so in words. */
export const ProvenanceNote = ({ manifest, layers }: ProvenanceNoteProps) => (
  <footer class="provenance">
    {layers.map((name) => {
      const { kind, source } = manifest.provenance[name];
      return (
        <p key={name}>
          <KindBadge kind={kind} /> {t(`layer.${name}`)}: {packText(source)}
        </p>
      );
    })}
    {layers.some((name) => manifest.provenance[name].kind === 'synthetic') && (
      <p class="synthetic-note">{t('selection.synthetic')}</p>
    )}
  </footer>
);
