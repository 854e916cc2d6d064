import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { Calibration as Fitted } from '../../measured/calibrate.ts';

/** Corrections by land cover and whether they hold where they were not fitted; a word where there is too little. */
export const Calibration = ({ calibration }: { calibration: Fitted | null }) => (
  <>
    <h4>{t('measured.calibration')}</h4>
    {calibration === null ? (
      <p class="quiet" data-calibration="none">
        {t('measured.none')}
      </p>
    ) : (
      <div data-calibration={calibration.helps ? 'helps' : 'no-help'}>
        <p>
          {t('measured.calibrationText', {
            fitted: formatNumber(calibration.fitted),
            held: formatNumber(calibration.heldOut),
            before: formatNumber(calibration.rmseBeforeDb, 1),
            after: formatNumber(calibration.rmseAfterDb, 1),
          })}{' '}
          {t(calibration.helps ? 'measured.helps' : 'measured.doesNotHelp')}
        </p>
        <table class="table measured-table">
          <thead>
            <tr>
              <th scope="col">{t('measured.landCover')}</th>
              <th scope="col" class="number">
                {t('measured.extraLoss')}
              </th>
              <th scope="col" class="number">
                {t('measured.points')}
              </th>
              <th scope="col" class="number">
                {t('measured.blocks')}
              </th>
            </tr>
          </thead>
          <tbody>
            {calibration.corrections.map(({ landCover, extraLossDb, points, blocks }) => (
              <tr key={landCover}>
                <th scope="row">{t(`measured.cover.${landCover}`)}</th>
                <td class="number">{formatNumber(extraLossDb, 1)}</td>
                <td class="number">{formatNumber(points)}</td>
                <td class="number">{formatNumber(blocks)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </>
);
