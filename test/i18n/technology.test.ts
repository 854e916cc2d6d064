import { expect, test } from 'vitest';
import * as englishCommand from '../../src/i18n/en/command/index.ts';
import * as englishReport from '../../src/i18n/en/report/index.ts';
import * as englishScreen from '../../src/i18n/en/screen/index.ts';
import * as englishShared from '../../src/i18n/en/shared/index.ts';
import * as englishTask from '../../src/i18n/en/task/index.ts';
import * as vietnameseCommand from '../../src/i18n/vi/command/index.ts';
import * as vietnameseReport from '../../src/i18n/vi/report/index.ts';
import * as vietnameseScreen from '../../src/i18n/vi/screen/index.ts';
import * as vietnameseShared from '../../src/i18n/vi/shared/index.ts';
import * as vietnameseTask from '../../src/i18n/vi/task/index.ts';

const languages = {
  vi: [vietnameseShared, vietnameseScreen, vietnameseTask, vietnameseReport, vietnameseCommand],
  en: [englishShared, englishScreen, englishTask, englishReport, englishCommand],
};

type Found = readonly [key: string, text: string];

const textsOf = (tree: object, path: string): Found[] =>
  Object.entries(tree).flatMap(([name, value]): Found[] => {
    const key = path === '' ? name : `${path}.${name}`;
    return typeof value === 'string' ? [[key, value]] : textsOf(value, key);
  });

/** Texts whose technology is part of what they are about, whatever is asked: promises, parameters, files of levels. */
const ofTheirOwn = [
  /^promise\.(name|definition)\.(signal-for-all|five-g)$/,
  /^promise\.needs\.(run-of-4g|network)$/,
  /^rule\.(not|assumed)-rsrp$/,
  /^parameter\./,
  /^pack\./,
];

test.each(['vi', 'en'] as const)('no text of signal names a technology of its own (%s)', (language) => {
  const named = languages[language]
    .flatMap((tree) => textsOf(tree, ''))
    .filter(([, text]) => /\b[2-5]G\b/.test(text))
    .map(([key]) => key);
  expect(named.filter((key) => !ofTheirOwn.some((own) => own.test(key)))).toEqual([]);
});

/** Where RSRP is meant and nothing else: what a list of drive tests has, and what is told of one. */
const ofRsrp = [/^field\.rsrp$/, /^rule\./, /^measured\./, /^parameter\./, /^term\.level\./, /^itm\./];

test.each(['vi', 'en'] as const)('a level is called as its technology has it (%s)', (language) => {
  const named = languages[language]
    .flatMap((tree) => textsOf(tree, ''))
    .filter(([, text]) => /RSRP|RSCP|RxLev/.test(text))
    .map(([key]) => key);
  expect(named.filter((key) => !ofRsrp.some((own) => own.test(key)))).toEqual([]);
});
