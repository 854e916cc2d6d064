import { InputError } from '../../model/problem.ts';
import type { PathModelId } from '../../radio/path-model.ts';
import type { CoverageSettings } from './coverage-types.ts';

/** A model whose loss along a line is not worked out in passing: a whole path for each cell, which a site takes and no network. */
export const isPathByPath = (model: PathModelId): boolean => model === 'itm';

/** @throws InputError for a model that is for one site at a time */
export const requireForNetwork = ({ model }: Pick<CoverageSettings, 'model'>): void => {
  if (!isPathByPath(model)) return;
  throw new InputError([{ file: 'coverage', place: 'model', value: model, rule: 'one-site-only', severity: 'error' }]);
};
