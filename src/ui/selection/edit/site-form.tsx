import { t } from '../../../i18n/language.ts';
import { type Site, type Structure, structures } from '../../../model/site.ts';
import { operations } from '../../../study/operations/index.ts';
import { perform, tryTo } from '../../app-state/perform.ts';
import { base } from '../../app-state/study.ts';
import { select } from '../../app-state/view.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { NumberField } from '../../kit/number-field.tsx';

/** Moves, changes and takes down a site. */
export const SiteForm = ({ site }: { site: Site }) => {
  const { id } = site;
  const [lon, lat] = site.position;
  return (
    <Disclosure title={t('study.edit.site')}>
      <p class="quiet">{t('study.edit.hint')}</p>
      <div class="edit-grid">
        <NumberField
          label={t('study.edit.latitude')}
          name="latitude"
          value={lat}
          onChange={(value) => tryTo((study) => operations.moveSite(study, { id, position: [lon, value] }))}
        />
        <NumberField
          label={t('study.edit.longitude')}
          name="longitude"
          value={lon}
          onChange={(value) => tryTo((study) => operations.moveSite(study, { id, position: [value, lat] }))}
        />
        <NumberField
          label={t('study.edit.heightM')}
          name="heightM"
          value={site.heightM}
          onChange={(heightM) => tryTo((study) => operations.editSite(study, { id, change: { heightM } }))}
        />
        <label class="field">
          <span>{t('study.edit.structure')}</span>
          <select
            value={site.structure}
            onChange={(event) => {
              const structure = event.currentTarget.value as Structure;
              perform((study) => operations.editSite(study, { id, change: { structure } }));
            }}
          >
            {structures.map((structure) => (
              <option key={structure} value={structure}>
                {t(`structure.${structure}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{t('study.edit.owner')}</span>
          <select
            value={site.owner}
            onChange={(event) => {
              const owner = event.currentTarget.value;
              perform((study) => operations.editSite(study, { id, change: { owner } }));
            }}
          >
            {base.value?.pack.facts.operators.map((operator) => (
              <option key={operator.id} value={operator.id}>
                {operator.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <button
        type="button"
        class="button danger"
        data-action="delete-site"
        onClick={() => {
          if (perform((study) => operations.deleteSite(study, { id }))) select(null);
        }}
      >
        {t('study.edit.remove')}
      </button>
    </Disclosure>
  );
};
