import { useEffect, useRef } from 'preact/hooks';
import { fieldsOf, type ImportTarget, importTargets, positionFields } from '../../files/import/guess/fields.ts';
import type { ImportProposal } from '../../files/import/guess/propose.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { LonLat } from '../../model/place.ts';
import { flyToPositions } from '../app-state/go-to.ts';
import { ColumnDoubtNote } from './column-doubt.tsx';
import {
  assessInstead,
  checkImport,
  chooseColumn,
  chooseSystem,
  chooseTarget,
  type ImportDraft,
  swapAxes,
} from './importing.ts';
import { SampleTable } from './sample-table.tsx';
import { systemChoices } from './systems.ts';

const firstPosition = (coordinates: unknown): LonLat | null => {
  let part = coordinates;
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0];
  return Array.isArray(part) ? [part[0], part[1]] : null;
};

const positionsOf = ({ look }: ImportDraft): LonLat[] =>
  (look?.sketch.features ?? []).flatMap(({ geometry }) => {
    const first = 'coordinates' in geometry ? firstPosition(geometry.coordinates) : null;
    return first ? [first] : [];
  });

const Where = ({ draft }: { draft: ImportDraft }) => {
  const { look } = draft;
  if (!look) return <p class="quiet">{t('import.reading')}</p>;
  const share = look.insideShare;
  return (
    <p class={share === 0 ? 'warning-note' : 'quiet'} data-inside={share ?? ''}>
      {share !== null && (share === 0 ? t('import.insideNone') : t('import.inside', { share: formatShare(share, 0) }))}{' '}
      <button type="button" class="link" onClick={() => flyToPositions(positionsOf(draft))}>
        {t('import.onMap')}
      </button>
    </p>
  );
};

/** Sheets, layers and kinds of the file that do not enter, and how many rows each has. */
const UnreadParts = ({ unread }: { unread: ImportProposal['unread'] }) =>
  unread.length > 0 && (
    <div class="warning-note" role="status">
      {t('import.unread')}
      <ul class="import-unread">
        {unread.map(({ name, rows }) => (
          <li key={name}>{rows === null ? name : t('import.unreadRows', { name, count: rows })}</li>
        ))}
      </ul>
    </div>
  );

/** What the file holds, which column is which, and in what system its positions are. Guessed, and all of it changeable. */
export const ColumnsStep = ({ draft }: { draft: ImportDraft }) => {
  const { preview, choice, look } = draft;
  const { columns, format, rows, encoding, isCut, sample } = preview;
  const missing = look?.missing ?? preview.proposal.missing;
  const doubts = new Map((look?.doubts ?? preview.proposal.doubts).map((doubt) => [doubt.field, doubt]));
  const fields = fieldsOf(choice.target).filter(
    (field) => !positionFields.includes(field) || choice.columns[field] !== undefined || missing.includes(field),
  );
  // the file comes into view once, as soon as it is known where it falls
  const shown = useRef(false);
  useEffect(() => {
    if (!look || shown.current) return;
    shown.current = true;
    flyToPositions(positionsOf(draft));
  }, [look]);
  return (
    <>
      <p class="quiet">
        {t(isCut ? 'import.readPart' : 'import.read', {
          format: t(`import.format.${format}`),
          columns: formatNumber(columns.length),
          rows: formatNumber(rows),
        })}
        {encoding && `, ${t('import.encoding', { encoding })}`}
      </p>
      <UnreadParts unread={preview.proposal.unread} />
      <div class="import-grid">
        <label class="field import-wide">
          <span>{t('import.target')}</span>
          <select
            name="target"
            value={choice.target}
            onChange={(event) => chooseTarget(event.currentTarget.value as ImportTarget)}
          >
            {importTargets.map((target) => (
              <option key={target} value={target}>
                {t(`import.targets.${target}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field import-wide">
          <span>{t('import.system')}</span>
          <select
            name="system"
            value={choice.epsg}
            onChange={(event) => chooseSystem(Number(event.currentTarget.value))}
          >
            {systemChoices(choice.epsg).map(({ family, systems }) => (
              <optgroup key={family} label={family}>
                {systems.map(({ epsg, label }) => (
                  <option key={epsg} value={epsg}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
      </div>
      <label class="check">
        <input
          type="checkbox"
          name="swapped"
          checked={choice.swapped}
          onChange={(event) => swapAxes(event.currentTarget.checked)}
        />
        {t('import.swapped')}
      </label>
      <Where draft={draft} />
      <h3>{t('import.columns')}</h3>
      <div class="import-grid">
        {fields.map((field) => (
          <div key={field}>
            <label class="field">
              <span>
                {t(`field.${field}`)}
                {missing.includes(field) && <strong class="import-needed"> {t('import.needed')}</strong>}
              </span>
              <select
                name={field}
                value={choice.columns[field] ?? ''}
                aria-invalid={missing.includes(field)}
                onChange={({ currentTarget: { value } }) =>
                  chooseColumn(field, value === '' ? undefined : Number(value))
                }
              >
                <option value="">{t('import.noColumn')}</option>
                {columns.map((name, c) => (
                  <option key={c} value={c}>
                    {name || `#${c + 1}`}
                  </option>
                ))}
              </select>
            </label>
            {doubts.has(field) && <ColumnDoubtNote doubt={doubts.get(field)!} columns={columns} />}
          </div>
        ))}
      </div>
      <p class="quiet">{t('import.kept')}</p>
      <SampleTable columns={columns} sample={sample} />
      {missing.length > 0 && (
        <p class="warning-note" role="alert">
          {t('import.missing', { fields: missing.map((field) => t(`field.${field}`)).join(', ') })}
        </p>
      )}
      <div class="import-actions">
        <button
          type="button"
          class="button primary"
          data-action="check-import"
          disabled={missing.length > 0}
          onClick={() => void checkImport()}
        >
          {t('import.check')}
        </button>
        {choice.target === 'sites' && (
          <button type="button" class="button" data-action="assess-instead" onClick={() => void assessInstead()}>
            {t('import.assessInstead')}
          </button>
        )}
      </div>
    </>
  );
};
