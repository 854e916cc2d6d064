import type { SignalClass } from '../../coverage/raster/ramp.ts';
import { cellMetres, gridBounds } from '../../geo/grid.ts';
import { formatNumber } from '../../i18n/format.ts';
import { type TextKey, t } from '../../i18n/language.ts';
import type { LayerKind, LayerName, PackManifest } from '../../model/pack.ts';
import type { PathModelId } from '../../radio/path-model.ts';
import { lookup, opened } from '../app-state/study.ts';

const models: Record<PathModelId, TextKey> = {
  'delta-bullington': 'coverage.models.delta-bullington',
  'free-space': 'coverage.models.free-space',
  'okumura-hata': 'coverage.models.okumura-hata',
  'cost-231-hata': 'coverage.models.cost-231-hata',
  'tr-38.901-rma': 'coverage.models.tr-38_901-rma',
  'tr-38.901-uma': 'coverage.models.tr-38_901-uma',
  'tr-38.901-umi': 'coverage.models.tr-38_901-umi',
  itm: 'coverage.models.itm',
};

export const modelName = (id: PathModelId): string => t(models[id]);

export const operatorName = (operator: string | null): string =>
  operator === null ? t('coverage.bestShort') : (lookup.value?.operatorName(operator) ?? operator);

/** A class of the legend in words, dBm, as far as it is drawn: from `leastDbm` up. */
export const classLabel = ({ from: begins, below }: SignalClass, leastDbm: number): string => {
  const isDrawn = below === null || below > leastDbm;
  const from = isDrawn ? Math.max(begins ?? leastDbm, leastDbm) : begins;
  if (below === null) return t('coverage.classFrom', { from: formatNumber(from ?? 0) });
  if (from === null) return t('coverage.classBelow', { below: formatNumber(below) });
  return t('coverage.classBetween', { from: formatNumber(from), below: formatNumber(below) });
};

/** Metres a cell of the grid spans east in the middle of the province, as text. */
export const cellText = (zoom: number): string => {
  const grid = opened.value?.pack.terrain.grid;
  if (!grid) return '';
  const [, south, , north] = gridBounds(grid);
  return formatNumber(cellMetres(zoom, (south + north) / 2).eastM);
};

/** What coverage is computed from. */
export const coverageLayers = ['sites', 'terrain', 'landcover'] as const satisfies readonly LayerName[];

/** Coverage is computed, and no truer than what it is computed from. */
export const coverageKind = ({ provenance }: PackManifest): LayerKind =>
  coverageLayers.some((name) => provenance[name].kind === 'synthetic') ? 'synthetic' : 'derived';
