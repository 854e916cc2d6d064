import { askedOf } from '../../coverage/service/asked.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import type { JointSite, ProposedSiteKey } from '../../proposal/proposal-findings.ts';
import { flyToPositions } from '../app-state/go-to.ts';

/** Masts of two files, or of one, that one site would do for. */
export const Joint = ({ assessment }: { assessment: Assessment }) => {
  const { joint, files, service } = assessment;
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
        <p class="quiet">{t('proposal.jointNone', asked)}</p>
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
    </section>
  );
};
