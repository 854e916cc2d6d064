import '../tasks.css';
import './open-front.ts';
import { t } from '../../i18n/language.ts';
import { opened } from '../app-state/study.ts';
import { type ClosingPart, closingPart, closingParts } from './closing-view.ts';
import { FibrePart } from './fibre/fibre-part.tsx';
import { openPart } from './open-part.ts';
import { ResiliencePart } from './resilience/resilience-part.tsx';
import { RolloutPart } from './rollout/rollout-part.tsx';

/** A technology is called by its own name. */
const partName = (part: ClosingPart): string =>
  part === 'fibre' || part === 'resilience' ? t(`closing.part.${part}`) : part;

const Part = () => {
  if (closingPart.value === 'fibre') return <FibrePart />;
  return closingPart.value === 'resilience' ? <ResiliencePart /> : <RolloutPart />;
};

/** What closes the gaps: which masts for 4G and 5G, which cable, and a second thread for who hangs by one. */
export const Closing = () => (
  <>
    <h2>{t('closing.title')}</h2>
    {opened.value ? (
      <>
        <fieldset class="segments closing-parts" aria-label={t('closing.parts')}>
          {closingParts.map((part) => (
            <button
              key={part}
              type="button"
              data-part={part}
              aria-pressed={closingPart.value === part}
              onClick={() => openPart(part)}
            >
              {partName(part)}
            </button>
          ))}
        </fieldset>
        <Part />
      </>
    ) : (
      <p class="quiet">{t('run.notYet')}</p>
    )}
  </>
);
