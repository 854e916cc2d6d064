import { base } from '../app-state/study.ts';

/** The words that sources of the open pack ask to be shown on its map. */
export const Attribution = () => {
  const manifest = base.value?.pack.manifest;
  if (!manifest) return null;
  const asked = Object.values(manifest.provenance).flatMap(({ attribution }) => attribution?.split('; ') ?? []);
  const words = [...new Set(asked)];
  if (words.length === 0) return null;
  return (
    <p class="map-attribution" title={manifest.notice}>
      {words.join(' · ')}
    </p>
  );
};
