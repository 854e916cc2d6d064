import { askedOf } from '../../../coverage/service/asked.ts';
import { formatNumber, formatShare } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { ResilienceFinding } from '../../../resilience/resilience-types.ts';

const sitesText = (count: number, last: number): string => {
  if (count === 0) return t('closing.resilience.noSite');
  return t(count === last ? 'closing.resilience.sitesOrMore' : 'closing.resilience.sites', { count });
};

/** People and hamlets by the number of sites that reach them. */
export const ResilienceFigures = ({ finding }: { finding: ResilienceFinding }) => {
  const { people, peopleBySites, hamletsBySites, notes, settings, question } = finding;
  const last = peopleBySites.length - 1;
  return (
    <section class="block" data-resilience="done" aria-live="polite">
      <h3>{t('closing.resilience.bySites', askedOf(settings))}</h3>
      <p class="closing-lead">
        {t('closing.resilience.lead', {
          people: formatNumber(peopleBySites[1]),
          share: formatShare(people === 0 ? 0 : peopleBySites[1] / people),
          hamlets: formatNumber(hamletsBySites[1]),
        })}
      </p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('closing.resilience.sitesHead')}</th>
            <th scope="col" class="number">
              {t('closing.resilience.peopleHead')}
            </th>
            <th scope="col" class="number">
              {t('closing.resilience.hamletsHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {peopleBySites.map((count, sites) => (
            <tr key={sitesText(sites, last)}>
              <th scope="row">{sitesText(sites, last)}</th>
              <td class="number">{formatNumber(count)}</td>
              <td class="number">{formatNumber(hamletsBySites[sites])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet closing-note">
        {t('closing.resilience.battery', { hours: formatNumber(question.batteryHours, 1) })}
      </p>
      {notes.map((note) => (
        <p key={note} class="quiet closing-note">
          {t(`resilience.note.${note}`)}
        </p>
      ))}
    </section>
  );
};
