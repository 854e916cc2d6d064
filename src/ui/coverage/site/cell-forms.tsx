import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { Antenna } from '../../../model/facts.ts';
import type { Cell, Technology, Tenant } from '../../../model/site.ts';
import { operations } from '../../../study/operations/index.ts';
import { tryTo } from '../../app-state/perform.ts';
import { opened } from '../../app-state/study.ts';
import { chooseFiles } from '../../kit/choose-files.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { refuse } from '../../problems/index.ts';
import { SliderField } from '../slider-field.tsx';
import { operatorName } from '../words.ts';
import { takeAntenna } from './antenna-file.ts';

type Tuned = 'azimuthDeg' | 'mechanicalTiltDeg' | 'electricalTiltDeg' | 'powerDbm';

/** What a slider reaches; a figure may go further, as far as a cell can. */
const fields: readonly {
  field: Tuned;
  label: 'azimuth' | 'mechanical' | 'electrical' | 'power';
  min: number;
  max: number;
  step: number;
}[] = [
  { field: 'azimuthDeg', label: 'azimuth', min: 0, max: 359, step: 1 },
  { field: 'electricalTiltDeg', label: 'electrical', min: 0, max: 15, step: 0.5 },
  { field: 'mechanicalTiltDeg', label: 'mechanical', min: -5, max: 15, step: 0.5 },
  { field: 'powerDbm', label: 'power', min: 20, max: 50, step: 0.5 },
];

interface CellFormsProps {
  siteId: string;
  tenant: Tenant;
  /** Cells of other technologies don't show in the picture. */
  technology: Technology;
}

const antennaName = (antenna: Antenna): string =>
  antenna.kind === 'measured'
    ? t('coverage.site.measured', { name: antenna.name, frequency: formatNumber(antenna.frequencyMHz) })
    : antenna.id;

/** Takes in an antenna as its maker measured it; a broken file is told and changes nothing. */
const AddAntenna = () => {
  const choose = async (): Promise<void> => {
    const wanted = { description: t('coverage.site.addAntenna'), extensions: ['.msi', '.pln', '.ant'] };
    for (const { file } of await chooseFiles(wanted)) await takeAntenna(file);
  };
  return (
    <p>
      <button type="button" class="button small" onClick={() => void choose().catch(refuse)}>
        {t('coverage.site.addAntenna')}
      </button>
    </p>
  );
};

const CellForm = ({ siteId, operator, cell }: { siteId: string; operator: string; cell: Cell }) => {
  const antennas = opened.value?.pack.facts.antennas ?? [];
  const isOmni = antennas.find(({ id }) => id === cell.antenna)?.kind === 'omni';
  const edit = (change: Partial<Omit<Cell, 'id'>>, gesture?: string): string | null =>
    tryTo((study) =>
      operations.editCell(study, {
        siteId,
        operator,
        cellId: cell.id,
        change,
        ...(gesture !== undefined && { gesture }),
      }),
    );
  return (
    <fieldset class="cell-form" data-cell={cell.id}>
      <legend>
        {cell.id} <span class="quiet">{t('coverage.site.cell', { technology: cell.technology, band: cell.band })}</span>
      </legend>
      <div class="slider-fields">
        {fields
          .filter(({ field }) => field !== 'azimuthDeg' || !isOmni)
          .map(({ field, label, ...range }) => (
            <SliderField
              key={field}
              {...range}
              label={t(`coverage.site.${label}`)}
              name={field}
              value={cell[field]}
              onChange={(value, gesture) => edit({ [field]: value }, gesture)}
            />
          ))}
      </div>
      <label class="field">
        {t('coverage.site.antenna')}
        <select name="antenna" value={cell.antenna} onChange={(event) => edit({ antenna: event.currentTarget.value })}>
          {antennas.map((antenna) => (
            <option key={antenna.id} value={antenna.id}>
              {antennaName(antenna)}
            </option>
          ))}
        </select>
      </label>
      {isOmni && <p class="quiet">{t('coverage.site.omni')}</p>}
    </fieldset>
  );
};

/** The cells of an operator on a site, each to be turned, tilted and powered otherwise. */
export const CellForms = ({ siteId, tenant: { operator, cells }, technology }: CellFormsProps) => {
  const tuned = cells.filter((cell) => cell.technology === technology);
  if (tuned.length === 0) return null;
  return (
    <Disclosure title={t('coverage.site.cells', { operator: operatorName(operator) })}>
      {tuned.map((cell) => (
        <CellForm key={cell.id} siteId={siteId} operator={operator} cell={cell} />
      ))}
      <AddAntenna />
    </Disclosure>
  );
};
