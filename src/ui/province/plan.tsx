import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { SourceRow } from '../../runs/province.ts';
import { isAbort } from '../app-state/job.ts';
import { chooseFiles } from '../kit/choose-files.ts';
import { build } from './building.ts';
import { giveFiles, place, plan, provinces, takeFilesBack, toggleSource, without } from './province-question.ts';

const megabytes = (amount: number): string =>
  t('province.plan.megabytes', { value: formatNumber(amount, amount < 10 ? 1 : 0) });

const chooseFor = async ({ id, name }: SourceRow): Promise<void> => {
  try {
    const given = await chooseFiles({ description: name, extensions: [], multiple: true });
    if (given.length === 0) return;
    const read = given.map(async ({ path, file }) => ({
      name: path.normalize('NFC'),
      bytes: new Uint8Array(await file.arrayBuffer()),
    }));
    giveFiles(id, await Promise.all(read));
  } catch (error) {
    if (!isAbort(error)) throw error;
  }
};

/** One source: what it gives, from where, how much and on whose terms; a file can stand in for it. */
const SourceItem = ({ row }: { row: SourceRow }) => {
  const { id, name, needs, host, fromPage, fromFile, questions, terms } = row;
  return (
    <li class="province-source" data-source={id}>
      <p>
        <strong>{name}</strong>: {needs.map((need) => t(`province.need.${need}`)).join(', ')}
      </p>
      <p class="quiet">
        {fromFile
          ? t('province.plan.fromFile')
          : t('province.plan.amount', { host, count: questions, size: megabytes(row.megabytes) })}
      </p>
      <p class="quiet">
        {terms.licence}. {terms.attribution}
      </p>
      {!fromFile && fromPage !== 'yes' && <p class="warning-note">{t(`province.fromPage.${fromPage}`)}</p>}
      <p class="card-actions">
        {fromFile ? (
          <button type="button" class="link" onClick={() => takeFilesBack(id)}>
            {t('province.plan.askInstead')}
          </button>
        ) : (
          <button type="button" class="link" onClick={() => void chooseFor(row)}>
            {t('province.plan.giveFile')}
          </button>
        )}
        {!needs.includes('boundaries') && (
          <button type="button" class="link" onClick={() => toggleSource(id)}>
            {t('province.plan.leaveOut')}
          </button>
        )}
      </p>
    </li>
  );
};

/** What is chosen, in words. */
const placeName = (): string => {
  const asked = place.value;
  if (asked?.kind === 'box') return asked.name;
  return provinces.value?.find(({ code }) => code === asked?.code)?.name ?? '';
};

/** What will be asked of whom, before anything is. */
export const Plan = () => {
  const rows = plan.result.value ?? [];
  const total = rows.reduce((sum, row) => sum + row.megabytes, 0);
  return (
    <>
      <h3>{t('province.plan.title', { name: placeName() })}</h3>
      <ul class="list">
        {rows.map((row) => (
          <SourceItem key={row.id} row={row} />
        ))}
      </ul>
      {[...without.value].map((id) => (
        <p key={id} class="quiet">
          {t('province.plan.leftOut', { id })}{' '}
          <button type="button" class="link" onClick={() => toggleSource(id)}>
            {t('province.plan.takeIn')}
          </button>
        </p>
      ))}
      <p class="quiet">{t('province.plan.whole', { size: megabytes(total) })}</p>
      <div class="ground-actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            place.value = null;
          }}
        >
          {t('province.plan.other')}
        </button>
        <button
          type="button"
          class="button primary"
          data-action="build-province"
          disabled={plan.state.value.kind !== 'done'}
          onClick={() => void build()}
        >
          {t('province.plan.begin')}
        </button>
      </div>
    </>
  );
};
