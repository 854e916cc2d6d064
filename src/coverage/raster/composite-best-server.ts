import { type CoverageLayer, type CoverageResult, NO_SIGNAL } from './coverage-types.ts';

/** The strongest level of one operator's layer, or of every operator's for null, cell by cell. One layer is not copied. */
export const strongestOf = (
  {
    grid,
    layers,
  }: Pick<CoverageResult, 'grid'> & { layers: readonly Pick<CoverageLayer, 'operator' | 'levelTenthsDbm'>[] },
  operator: string | null,
): Int16Array => {
  const [first, ...others] = layers.filter((layer) => operator === null || layer.operator === operator);
  if (!first) return new Int16Array(grid.width * grid.height).fill(NO_SIGNAL);
  if (others.length === 0) return first.levelTenthsDbm;
  const levelTenthsDbm = first.levelTenthsDbm.slice();
  for (const { levelTenthsDbm: levels } of others) {
    for (let i = 0; i < levelTenthsDbm.length; i++) if (levels[i] > levelTenthsDbm[i]) levelTenthsDbm[i] = levels[i];
  }
  return levelTenthsDbm;
};
