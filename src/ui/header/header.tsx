import { formatDate } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { opened } from '../app-state/study.ts';
import { packTitle, syntheticLayers } from '../app-state/titles.ts';
import { RunChip } from '../run/index.ts';
import { DownloadMenu } from './download-menu.tsx';
import { FindButton } from './find-button.tsx';
import { History } from './history.tsx';
import { OpenMenu } from './open-menu.tsx';
import { SaveButton } from './save-button.tsx';
import { Switches } from './switches.tsx';

const PackName = () => {
  const study = opened.value;
  if (!study) return <p class="pack-name quiet">{t('app.tagline')}</p>;
  const { manifest } = study.pack;
  const synthetic = syntheticLayers(manifest);
  const layers = synthetic.map((name) => t(`layer.${name}`)).join(', ');
  return (
    <div class="pack-name">
      <p class="pack-title">
        <span>{packTitle(manifest)}</span>
        {synthetic.length > 0 ? (
          <span class="badge badge-synthetic" title={t('header.badge.hint', { layers })}>
            {t('kind.synthetic')}
          </span>
        ) : (
          <span class="badge badge-official">{t('header.badge.real')}</span>
        )}
      </p>
      <p class="quiet pack-vintage">
        {t('app.vintage', { vintage: manifest.vintage, date: formatDate(manifest.date) })}
      </p>
    </div>
  );
};

export const Header = () => (
  <header class="header">
    <div class="brand">
      <img src="./icon.svg" alt="" width="30" height="30" />
      <h1>{t('app.name')}</h1>
    </div>
    <PackName />
    <RunChip />
    <div class="header-actions">
      <FindButton />
      <History />
      <SaveButton />
      <OpenMenu />
      <DownloadMenu />
      <Switches />
    </div>
  </header>
);
