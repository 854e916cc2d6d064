import { language } from '../../i18n/language.ts';
import type { Indicator } from '../../model/facts.ts';
import type { LayerName, PackManifest } from '../../model/pack.ts';
import type { AreaOfInterest, Commune } from '../../model/place.ts';

/** Names that a pack carries in both languages, in the one on screen. */
export const packTitle = (manifest: Pick<PackManifest, 'title' | 'titleEn'>): string =>
  language() === 'vi' ? manifest.title : manifest.titleEn;

export const definitionOf = (indicator: Pick<Indicator, 'definition' | 'definitionEn'>): string =>
  language() === 'vi' ? indicator.definition : indicator.definitionEn;

/** «xã Phúc Thuận»: the type belongs to the name in Vietnamese. */
export const communeTitle = (commune: Pick<Commune, 'type' | 'name'>): string => `${commune.type} ${commune.name}`;

export const areaTitle = (area: Pick<AreaOfInterest, 'name' | 'nameEn'>): string =>
  language() === 'vi' ? area.name : area.nameEn;

/** 106.5 as surveyors write it: 106°30'. */
export const meridianText = (degrees: number): string => {
  const minutes = Math.round((degrees % 1) * 60);
  return `${Math.floor(degrees)}°${minutes > 0 ? `${String(minutes).padStart(2, '0')}'` : ''}`;
};

/** Layers of a pack that are made up, in the pack's order. */
export const syntheticLayers = (manifest: Pick<PackManifest, 'provenance'>): LayerName[] =>
  (Object.entries(manifest.provenance) as [LayerName, { kind: string }][])
    .filter(([, { kind }]) => kind === 'synthetic')
    .map(([name]) => name);
