import { t } from '../../i18n/language.ts';
import { packText } from '../../i18n/pack-text.ts';
import { findings } from '../app-state/run.ts';
import { opened } from '../app-state/study.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { Measured } from '../measured/index.ts';
import { FirstVisit } from '../province/index.ts';
import { UnitsSwitch } from '../units/index.ts';
import { Definitions } from './definitions.tsx';
import { Figures } from './figures.tsx';
import { Layers } from './layers.tsx';
import { PilotHamlets } from './pilot-hamlets.tsx';
import { Promises } from './promises.tsx';
import { Targets } from './targets.tsx';

export const Overview = () => {
  const study = opened.value;
  const found = findings.value;
  return (
    <>
      <h2>{t('overview.title')}</h2>
      <FirstVisit />
      {found ? <Figures findings={found} /> : <p class="quiet">{study ? t('run.notYet') : t('app.loading')}</p>}
      <Measured />
      {found && (
        <Disclosure title={t('overview.definitions')}>
          <Definitions findings={found} />
        </Disclosure>
      )}
      {study && (
        <Disclosure title={t('overview.layers')} open>
          <Layers manifest={study.pack.manifest} />
          {study.pack.manifest.notice && <p class="quiet">{packText(study.pack.manifest.notice)}</p>}
        </Disclosure>
      )}
      {found && found.promises.length > 0 && (
        <Disclosure title={t('overview.promises')}>
          <Promises rows={found.promises} />
        </Disclosure>
      )}
      {found && found.pilotHamlets.length > 0 && (
        <Disclosure title={t('overview.pilots')}>
          <UnitsSwitch />
          <PilotHamlets rows={found.pilotHamlets} />
        </Disclosure>
      )}
      {found && (
        <Disclosure title={t('overview.targets')}>
          <Targets rows={found.targets} />
        </Disclosure>
      )}
    </>
  );
};
