import { orderings } from '../../../fibre/fibre-types.ts';
import { buildChoices } from '../../../fibre/graph/laying-cost.ts';
import { t } from '../../../i18n/language.ts';
import { AreaField } from '../area-field.tsx';
import { fibreBuild, fibreOrder } from './fibre-job.ts';

/** Which hamlets, how cable is laid, and what is built first. */
export const FibreForm = () => (
  <section class="block goal" aria-label={t('closing.goal.title')}>
    <div class="edit-grid">
      <AreaField />
      <label class="field">
        <span>{t('closing.fibre.build')}</span>
        <select
          name="fibreBuild"
          value={fibreBuild.value}
          onChange={(event) => {
            const { value } = event.currentTarget;
            fibreBuild.value = buildChoices.find((choice) => choice === value) ?? fibreBuild.peek();
          }}
        >
          {buildChoices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`closing.fibre.builds.${choice}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t('closing.fibre.order')}</span>
        <select
          name="fibreOrder"
          value={fibreOrder.value}
          onChange={(event) => {
            const { value } = event.currentTarget;
            fibreOrder.value = orderings.find((ordering) => ordering === value) ?? fibreOrder.peek();
          }}
        >
          {orderings.map((ordering) => (
            <option key={ordering} value={ordering}>
              {t(`closing.fibre.orders.${ordering}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  </section>
);
