import { askedOf } from '../../coverage/service/asked.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { apartReasons } from '../../proposal/apart.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import type { JointSite, ProposedSiteKey } from '../../proposal/proposal-findings.ts';
import { flyToPositions } from '../app-state/go-to.ts';

/** How many proposed masts are near enough to be one and are not, and why. */
const Apart = ({ assessment: { apart, service } }: { assessment: Assessment }) => {
  const there = apartReasons.filter((reason) => apart[reason] > 0);
  const asked = askedOf(service);
  return (
    <>
      <p class="quiet">{t('proposal.apartHead', { count: there.reduce((all, reason) => all + apart[reason], 0) })}</p>
      <ul class="proposal-apart quiet">
        {there.map((reason) => (
          <li key={reason} data-apart={reason}>
            {t(`proposal.apart.${reason}`, { ...asked, count: apart[reason] })}
          </li>
        ))}
      </ul>
    </>
  );
};

/** Masts of two files, or of one, that one site would do for. */
export const Joint = ({ assessment }: { assessment: Assessment }) => {
  const { joint, files, apart, service } = assessment;
  const isAnyApart = apartReasons.some((reason) => apart[reason] > 0);
  const asked = askedOf(service);
  const positionOf = ({ file, id }: ProposedSiteKey) =>
    files.find((one) => one.file === file)?.proposedSites.find((proposed) => proposed.id === id)?.position;
  const show = ({ host, donor }: JointSite): void =>
    flyToPositions(
      [host, donor].flatMap((key) => {
        const position = positionOf(key);
        return position ? [position] : [];
      }),
    );
  return (
    <section class="block">
      <h3>{t('proposal.joint')}</h3>
      {joint.length === 0 ? (
        !isAnyApart && <p class="quiet">{t('proposal.jointNone', asked)}</p>
      ) : (
        <ul class="list">
          {joint.map((pair) => (
            <li key={`${pair.donor.file} ${pair.donor.id}`}>
              <button type="button" class="row" data-joint={pair.donor.id} onClick={() => show(pair)}>
                <span class="row-main">
                  <span class="row-title">
                    {t('proposal.jointPair', {
                      moved: pair.donor.id,
                      movedFile: pair.donor.file,
                      host: pair.host.id,
                      hostFile: pair.host.file,
                      distance: formatNumber(pair.distanceM),
                      limit: formatNumber(pair.limitM),
                    })}
                  </span>
                  <span class="row-sub">
                    {t('proposal.jointKept', { ...asked, people: formatNumber(pair.people), moved: pair.donor.id })}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {isAnyApart && <Apart assessment={assessment} />}
    </section>
  );
};
