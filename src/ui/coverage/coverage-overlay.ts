import { computed } from '@preact/signals';
import { NO_SIGNAL } from '../../coverage/raster/coverage-types.ts';
import { cellIndexAt } from '../../geo/grid.ts';
import type { CoverageOverlay } from '../../map/coverage/draw-coverage.ts';
import { type CoverageImage, coverageAt, coverageImage } from '../../map/coverage/image.ts';
import type { LonLat } from '../../model/place.ts';
import type { Cell } from '../../model/site.ts';
import { coverageLook } from './look/coverage-look.ts';
import { coverage, coverageOn, coverageOperator } from './province/province-coverage.ts';
import { siteJob, soloSite } from './site/site-coverage.ts';

const provinceImage = computed<CoverageImage | null>(() =>
  coverageOn.value && coverage.value ? coverageImage(coverage.value.result, coverageOperator.value) : null,
);

const imageOfSite = computed(() => {
  const image = siteJob.result.value;
  return image?.siteId === soloSite.value?.id ? image : null;
});

/** The levels on the map: the selected site's alone, else the province's. */
export const shownImage = computed<CoverageImage | null>(() =>
  soloSite.value ? imageOfSite.value : provinceImage.value,
);

export const coverageOverlay = computed<CoverageOverlay | null>(() =>
  shownImage.value ? { image: shownImage.value, look: coverageLook.value } : null,
);

/** What the picture on the map says of a place. */
export interface LevelThere {
  levelDbm: number;
  siteId: string | null;
  /** Of the province's picture: whose cell it is. */
  operator: string | null;
  cell: Cell | null;
}

const levelOfSite = (at: LonLat): LevelThere | null => {
  const image = imageOfSite.value;
  const index = image ? cellIndexAt(image.grid, ...at) : -1;
  if (!image || index < 0 || image.levelTenthsDbm[index] === NO_SIGNAL) return null;
  return { levelDbm: image.levelTenthsDbm[index] / 10, siteId: image.siteId, operator: null, cell: null };
};

/** The level at a place, and who serves there; null where nothing is received or no picture is on the map. */
export const levelAt = (at: LonLat): LevelThere | null => {
  if (soloSite.value) return levelOfSite(at);
  const shown = coverageOn.value ? coverage.value : null;
  const value = shown && coverageAt(shown.result, coverageOperator.value, at);
  if (!value) return null;
  const site = value.site === null ? undefined : shown.sites[value.site];
  const tenant = site?.tenants.find(({ operator }) => operator === value.operator);
  return {
    levelDbm: value.levelDbm,
    siteId: site?.id ?? null,
    operator: value.operator,
    cell: value.cell === null ? null : (tenant?.cells[value.cell] ?? null),
  };
};
