import { expect, test } from 'vitest';
import { createOneTab, type OneTab, type TabMessage } from '../../../src/ui/tabs/one-tab.ts';

/** Tabs of one browser: what one posts the others hear. A tab can end without a word. */
const aBrowser = () => {
  let clock = 1_000;
  const tabs = new Map<string, { own: OneTab; readOnly: boolean; freed: boolean }>();
  return {
    opens: (name: string, checksum: string): void => {
      const post = (message: TabMessage): void => {
        for (const [other, { own }] of tabs) if (other !== name) own.hear(message);
      };
      const state = { readOnly: false, freed: false };
      const own = createOneTab(
        name,
        { post },
        () => clock++,
        (readOnly, freed) => Object.assign(state, { readOnly, freed }),
      );
      tabs.set(name, Object.assign(state, { own }));
      own.open(checksum);
    },
    tab: (name: string) => tabs.get(name)!,
    dies: (name: string): void => void tabs.delete(name),
    leaves: (name: string): void => {
      tabs.get(name)?.own.leave();
      tabs.delete(name);
    },
    readOnly: () => [...tabs].filter(([, { readOnly }]) => readOnly).map(([name]) => name),
  };
};

test('the tab that opened a study first may change it, a later one only looks', () => {
  const browser = aBrowser();
  browser.opens('a', 'study');
  browser.opens('b', 'study');
  browser.opens('c', 'study');
  expect(browser.readOnly()).toEqual(['b', 'c']);
});

test('two studies are nothing to each other', () => {
  const browser = aBrowser();
  browser.opens('a', 'one');
  browser.opens('b', 'another');
  expect(browser.readOnly()).toEqual([]);
});

test('one that leaves hands the study on to exactly one', () => {
  const browser = aBrowser();
  browser.opens('a', 'study');
  browser.opens('b', 'study');
  browser.opens('c', 'study');
  browser.leaves('a');
  expect(browser.readOnly()).toHaveLength(1);
  expect(browser.tab('b').freed).toBe(true);
});

test('one that takes over turns the holder to looking, and keeps its right when the other asks', () => {
  const browser = aBrowser();
  browser.opens('a', 'study');
  browser.opens('b', 'study');
  browser.tab('b').own.take();
  expect(browser.readOnly()).toEqual(['a']);
  for (let i = 0; i < 5; i++) browser.tab('a').own.check();
  expect(browser.readOnly()).toEqual(['a']);
});

test('a holder that ended without a word is found out', () => {
  const browser = aBrowser();
  browser.opens('a', 'study');
  browser.opens('b', 'study');
  browser.dies('a');
  browser.tab('b').own.check();
  expect(browser.readOnly()).toEqual(['b']);
  browser.tab('b').own.check();
  browser.tab('b').own.check();
  expect(browser.readOnly()).toEqual([]);
});

test('opening another study lets go of the one before', () => {
  const browser = aBrowser();
  browser.opens('a', 'study');
  browser.opens('b', 'study');
  browser.tab('a').own.open('another');
  expect(browser.readOnly()).toEqual([]);
});
