// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { followAddress, forgetPlaces, openTask, position, select, setFilter } from '../../../src/ui/app-state/view.ts';
import { followTitle } from '../../../src/ui/shell/page-title.ts';

interface Step {
  how: 'push' | 'replace';
  hash: string;
}

/** What was written to the browser's history, by hands that happy-dom's own history stands behind. */
const written = (): Step[] => {
  const steps: Step[] = [];
  const { pushState, replaceState } = window.history;
  const note =
    (how: Step['how'], write: typeof pushState) => (data: unknown, title: string, url?: string | URL | null) => {
      steps.push({ how, hash: String(url) });
      write.call(window.history, data, title, url);
    };
  window.history.pushState = note('push', pushState);
  window.history.replaceState = note('replace', replaceState);
  onTestFinished(() => {
    Object.assign(window.history, { pushState, replaceState });
  });
  return steps;
};

beforeEach(() => {
  openTask('overview');
  select(null);
  position.value = null;
});

const follows = (onJump: Parameters<typeof followAddress>[0] = () => {}): void => onTestFinished(followAddress(onJump));

test('another task and another place are steps of the history; the map and filters change the step one is at', () => {
  follows();
  const steps = written();
  openTask('gaps');
  select({ kind: 'commune', id: '05746' });
  position.value = { lon: 105.8, lat: 21.6, zoom: 11 };
  setFilter({ operator: 'viettel' });
  expect(steps).toEqual([
    { how: 'push', hash: '#gaps' },
    { how: 'push', hash: '#gaps?select=commune:05746' },
    { how: 'replace', hash: '#gaps?at=105.8,21.6,11&select=commune:05746' },
    { how: 'replace', hash: '#gaps?at=105.8,21.6,11&select=commune:05746&operator=viettel' },
  ]);
});

test('what is gone back to is shown, and is no further step', () => {
  const jumps: unknown[] = [];
  follows((to) => jumps.push(to));
  const steps = written();
  window.location.hash = '#sharing?at=105.9,21.7,12&select=site:TN-0001';
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(jumps.at(-1)).toEqual({ lon: 105.9, lat: 21.7, zoom: 12 });
  expect(steps.filter(({ how }) => how === 'push')).toEqual([]);
  openTask('report');
  expect(steps.at(-1)).toEqual({ how: 'push', hash: '#report?at=105.9,21.7,12&select=site:TN-0001' });
});

test('another pack leaves no step back to a place it has not', () => {
  follows();
  select({ kind: 'site', id: 'TN-0001' });
  const steps = written();
  forgetPlaces();
  expect(steps.map(({ how }) => how)).toEqual(['replace']);
});

test('the title tells what is selected, the task and the product', () => {
  onTestFinished(followTitle());
  expect(document.title).toBe('Tổng quan · Phủ Sóng');
  openTask('gaps');
  select({ kind: 'site', id: 'TN-0001' });
  expect(document.title).toBe('TN-0001 · Khoảng trống · Phủ Sóng');
});
