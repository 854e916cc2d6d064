import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { CountProgress } from '../kit/count-progress.tsx';
import { building, step, tallies } from './building.ts';
import { plan } from './province-question.ts';

/** How many answers of each source have come, then which step the pack is at. */
export const SourceProgress = () => {
  const rows = plan.result.value ?? [];
  const planned = rows.reduce((sum, { questions }) => sum + questions, 0);
  const come = [...tallies.value.values()].reduce((sum, { answers }) => sum + answers, 0);
  const at = step.value;
  return (
    <>
      <CountProgress
        label={at ? t(`province.step.${at}`) : t('province.asking')}
        done={Math.min(come, planned)}
        total={at ? 0 : planned}
        cancel={t('run.cancel')}
        onCancel={building.cancel}
        fit="flush"
      />
      <ul class="list" aria-live="off">
        {rows.map(({ id, name, questions }) => {
          const { answers, bytes } = tallies.value.get(id) ?? { answers: 0, bytes: 0 };
          return (
            <li key={id} class="province-source">
              {name}{' '}
              <span class="quiet tabular">
                {t('province.answers', {
                  done: formatNumber(answers),
                  total: formatNumber(Math.max(answers, questions)),
                  size: formatNumber(bytes / 1e6, 1),
                })}
              </span>
            </li>
          );
        })}
      </ul>
      <p class="quiet">{t('province.resumes')}</p>
    </>
  );
};
