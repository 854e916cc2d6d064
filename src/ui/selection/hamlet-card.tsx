import type { Findings, HamletFinding } from '../../findings/findings.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { type Hamlet, peopleOf } from '../../model/hamlet.ts';
import type { PackManifest } from '../../model/pack.ts';
import { asked } from '../app-state/asked.ts';
import { lookup } from '../app-state/study.ts';
import { communeTitle } from '../app-state/titles.ts';
import { HamletClosing } from '../closing/index.ts';
import { Fact, Facts } from '../kit/facts.tsx';
import { PlaceLink } from '../kit/place-link.tsx';
import { ProvenanceNote } from '../kit/provenance-note.tsx';
import { StatusLabel } from '../kit/status-mark.tsx';
import { Clusters } from './clusters.tsx';
import { HamletForm } from './edit/hamlet-form.tsx';
import { EntryOriginNote } from './entry-origin.tsx';
import { OperatorServiceRow } from './operator-service.tsx';
import { Position } from './position.tsx';

interface HamletCardProps {
  hamlet: Hamlet;
  finding: HamletFinding | undefined;
  findings: Findings | null;
  manifest: PackManifest;
}

export const HamletCard = ({ hamlet, finding, findings, manifest }: HamletCardProps) => {
  const commune = lookup.value?.commune(hamlet.communeCode)?.properties;
  return (
    <>
      <h2>{hamlet.name}</h2>
      {commune && (
        <p class="quiet">
          <PlaceLink kind="commune" id={commune.code}>
            {communeTitle(commune)}
          </PlaceLink>
          , {commune.districtName}
        </p>
      )}
      <p class="lead" data-status={finding?.status ?? 'pending'}>
        <StatusLabel status={finding?.status ?? 'pending'} />
        {finding && <span class="quiet">{t(`certainty.${finding.certainty}`)}</span>}
      </p>
      <Facts>
        <Fact name={t('selection.people')}>{formatNumber(peopleOf(hamlet))}</Fact>
        <Fact name={t('selection.households')}>{formatNumber(hamlet.households)}</Fact>
        {finding && (
          <Fact name={t('selection.peopleUnserved', asked.value)}>
            {finding.peopleUnserved === null ? t('status.absent') : formatNumber(finding.peopleUnserved)}
          </Fact>
        )}
        <Fact name={t('selection.fibre')}>{t(hamlet.hasFibre ? 'selection.fibreYes' : 'selection.fibreNo')}</Fact>
        <Fact name={t('selection.code')}>{hamlet.id}</Fact>
        <Fact name={t('selection.position')}>
          <Position at={hamlet.centre} uncertaintyM={hamlet.positionUncertaintyM} />
        </Fact>
      </Facts>
      <EntryOriginNote entry={hamlet} />
      <HamletForm key={hamlet.id} hamlet={hamlet} />
      {finding && findings && (
        <section class="block">
          <h3>{t('selection.service', { technology: findings.service.technology })}</h3>
          <ul class="operators">
            {finding.operators.map((service) => (
              <OperatorServiceRow key={service.operator} hamletId={hamlet.id} service={service} />
            ))}
          </ul>
        </section>
      )}
      <HamletClosing hamlet={hamlet} />
      <Clusters hamlet={hamlet} finding={finding} findings={findings} />
      <ProvenanceNote manifest={manifest} layers={['hamlets', 'sites', 'terrain']} />
    </>
  );
};
