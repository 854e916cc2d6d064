import { t } from '../../../i18n/language.ts';
import { type Hamlet, peopleOf } from '../../../model/hamlet.ts';
import { operations } from '../../../study/operations/index.ts';
import { perform, tryTo } from '../../app-state/perform.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { NumberField } from '../../kit/number-field.tsx';

/** Corrects what is known of a hamlet: fibre, people, households, where its centre stands. */
export const HamletForm = ({ hamlet }: { hamlet: Hamlet }) => {
  const { id } = hamlet;
  const [lon, lat] = hamlet.centre;
  return (
    <Disclosure title={t('study.edit.hamlet')}>
      <p class="quiet">{t('study.edit.hint')}</p>
      <label class="check">
        <input
          type="checkbox"
          name="hasFibre"
          checked={hamlet.hasFibre}
          onChange={(event) => {
            const hasFibre = event.currentTarget.checked;
            perform((study) => operations.setFibre(study, { id, hasFibre }));
          }}
        />
        {t('study.edit.hasFibre')}
      </label>
      <div class="edit-grid">
        <NumberField
          label={t('study.edit.people')}
          name="people"
          step={1}
          value={peopleOf(hamlet)}
          onChange={(people) => tryTo((study) => operations.setPeople(study, { id, people }))}
        />
        <NumberField
          label={t('study.edit.households')}
          name="households"
          step={1}
          value={hamlet.households}
          onChange={(households) => tryTo((study) => operations.editHamlet(study, { id, change: { households } }))}
        />
        <NumberField
          label={t('study.edit.latitude')}
          name="latitude"
          value={lat}
          onChange={(value) => tryTo((study) => operations.moveHamlet(study, { id, centre: [lon, value] }))}
        />
        <NumberField
          label={t('study.edit.longitude')}
          name="longitude"
          value={lon}
          onChange={(value) => tryTo((study) => operations.moveHamlet(study, { id, centre: [value, lat] }))}
        />
      </div>
    </Disclosure>
  );
};
