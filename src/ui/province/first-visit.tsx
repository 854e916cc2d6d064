import { t } from '../../i18n/language.ts';
import { base } from '../app-state/study.ts';
import { answerOffer, isOfferAnswered, showProvinces } from './showing.ts';

/** The built-in pack and the province it is a synthetic copy of. */
const offered = { pack: 'thai-nguyen-2020', province: '19' };

/** Offers the real ground of the built-in pack's province; once it is answered it never comes back. */
export const FirstVisit = () => {
  if (isOfferAnswered.value || base.value?.pack.manifest.id !== offered.pack) return null;
  return (
    <section class="province-offer" aria-label={t('firstVisit.title')}>
      <h3>{t('firstVisit.title')}</h3>
      <p class="quiet">{t('firstVisit.means')}</p>
      <p class="card-actions">
        <button
          type="button"
          class="button small"
          data-action="offer-province"
          onClick={() => {
            answerOffer();
            showProvinces(offered.province);
          }}
        >
          {t('firstVisit.look')}
        </button>
        <button type="button" class="button small" onClick={answerOffer}>
          {t('firstVisit.no')}
        </button>
      </p>
    </section>
  );
};
