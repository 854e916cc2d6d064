import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { Violation } from '../../radio/empirical/model.ts';
import type { PathModelId } from '../../radio/path-model.ts';
import { modelName } from './words.ts';

const figure = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2);

const sentence = (model: PathModelId, violation: Violation): string => {
  if (violation.quantity === 'environment') return t('coverage.outsideSurroundings', { model: modelName(model) });
  const { quantity, value, min, max } = violation;
  return t('coverage.outside', {
    model: modelName(model),
    quantity: t(`coverage.quantity.${quantity}`),
    value: figure(value),
    min: figure(min),
    max: figure(max),
  });
};

/** Where a model is used beyond what it was made from. */
export const OutsideModel = ({ model, violations }: { model: PathModelId; violations: readonly Violation[] }) => (
  <>
    {violations.map((violation) => (
      <p key={violation.quantity} class="synthetic-note">
        {sentence(model, violation)}
      </p>
    ))}
  </>
);
