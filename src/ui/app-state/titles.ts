import { language } from '../../i18n/language.ts';
import type { Indicator } from '../../model/facts.ts';
import type { LayerName, PackManifest } from '../../model/pack.ts';
import type { Commune } from '../../model/place.ts';

/** Names that a pack carries in both languages, in the one on screen. */
export const packTitle = (manifest: Pick<PackManifest, 'title' | 'titleEn'>): string =>
  language() === 'vi' ? manifest.title : manifest.titleEn;

export const definitionOf = (indicator: Pick<Indicator, 'definition' | 'definitionEn'>): string =>
  language() === 'vi' ? indicator.definition : indicator.definitionEn;

/** «xã Phúc Thuận»: the type belongs to the name in Vietnamese. */
export const communeTitle = (commune: Pick<Commune, 'type' | 'name'>): string => `${commune.type} ${commune.name}`;

/** Layers of a pack that are made up, in the pack's order. */
export const syntheticLayers = (manifest: Pick<PackManifest, 'provenance'>): LayerName[] =>
  (Object.entries(manifest.provenance) as [LayerName, { kind: string }][])
    .filter(([, { kind }]) => kind === 'synthetic')
    .map(([name]) => name);
