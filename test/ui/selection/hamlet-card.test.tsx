// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { openStudy } from '../../../src/study/study.ts';
import { opened, study, undoable } from '../../../src/ui/app-state/study.ts';
import { selection } from '../../../src/ui/app-state/view.ts';
import { HamletCard } from '../../../src/ui/selection/hamlet-card.tsx';
import { aHamlet, aSite } from '../../files/pack/small-pack.ts';
import { aHamletFinding, aService, someFindings } from '../../map/some-findings.ts';
import { aPackWith } from '../../study/a-study.ts';
import { shows } from '../rendered.tsx';

const unserved = aHamletFinding({
  status: 'none',
  certainty: 'likely',
  peopleUnserved: 312,
  operators: [
    aService({ status: 'none', levelDbm: -114.2, marginDb: -4.2, certainty: 'likely' }),
    aService({ operator: 'vinaphone', status: 'none', levelDbm: null, marginDb: null, siteId: null, cellId: null }),
  ],
});

/** The card of the one hamlet of a small study, as the study has it. */
const Card = ({ finding }: { finding?: typeof unserved }) => {
  const { hamlets, manifest } = opened.value!.pack;
  const findings = finding ? { ...someFindings({ hamlets: [finding] }), service: settings } : null;
  return <HamletCard hamlet={hamlets[0]} finding={finding} findings={findings} manifest={manifest} />;
};
const settings = { thresholdDbm: -110, technology: '4G' } as ReturnType<typeof someFindings>['service'];

const opens = () => {
  study.value = openStudy({ pack: aPackWith([aSite()], [aHamlet({ hasFibre: true })]), checksum: 'c'.repeat(64) });
};

test('a hamlet without signal is told with its people, its operators and the site that comes nearest', async () => {
  opens();
  const { screen, user } = shows(<Card finding={unserved} />);
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Xóm Đình');
  expect(screen.getByRole('button', { name: 'xã Quán Triều' })).toBeTruthy();
  const said = document.body.textContent;
  expect(said).toContain('−114,2 dBm (−4,2 dB)');
  const [nearest, other] = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(nearest).toContain('viettel');
  expect(other).toContain('vinaphone');
  await user.click(screen.getByRole('button', { name: 'TN-0001' }));
  expect(selection.value).toEqual({ kind: 'site', id: 'TN-0001' });
});

test('while nothing is computed yet the card says what is known, and claims nothing of signal', () => {
  opens();
  const { screen } = shows(<Card />);
  expect(screen.getAllByText('312')).toHaveLength(2);
  expect(document.querySelector('[data-status]')?.getAttribute('data-status')).toBe('pending');
  expect(document.body.textContent).not.toContain('dBm');
});

test('a hamlet of a source says whose entry it is, and how far off its place may be', () => {
  const mapped = aHamlet({ origin: { source: 'OpenStreetMap node/7' }, positionUncertaintyM: 1250 });
  study.value = openStudy({ pack: aPackWith([aSite()], [mapped]), checksum: 'c'.repeat(64) });
  shows(<Card />);
  expect(document.body.textContent).toContain('có thể lệch tới 1.250 m');
  expect(document.body.textContent).toContain('OpenStreetMap node/7');
});

test('a correction made in the card is one change of the study that can be undone', async () => {
  opens();
  const { screen, user } = shows(<Card finding={unserved} />);
  await user.click(screen.getByText('Sửa xóm'));
  await user.click(screen.getByRole('checkbox', { name: 'Đã có cáp quang' }));
  expect(opened.value?.pack.hamlets[0].hasFibre).toBe(false);
  expect(undoable.value?.operation).toBe('setFibre');
  const people = screen.getByRole('spinbutton', { name: 'Số dân' });
  await user.clear(people);
  await user.type(people, '-5');
  await user.tab();
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  expect(undoable.value?.operation).toBe('setFibre');
});
