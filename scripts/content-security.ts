import type { Plugin } from 'vite';
import { catalogue } from '../src/sources/catalogue.ts';

/** Origins of the sources a page may ask, and of those the build is given instead. */
const sourceOrigins = (given: string): string[] => {
  const own = Object.values(catalogue).flatMap(({ addresses }) => Object.values(addresses));
  const others = given
    .split(',')
    .filter(Boolean)
    .map((pair) => pair.slice(pair.indexOf('=') + 1));
  return [...new Set([...own, ...others].map((address) => new URL(address).origin))].sort();
};

/** What a page may load and whom it may ask: itself, and exactly the hosts of the sources. */
export const policyFor = (given: string): string =>
  [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "img-src 'self' blob: data:",
    // styles set from code, as of the map and its marks
    "style-src 'self' 'unsafe-inline'",
    // a page for printing stands in a frame made of a blob
    "frame-src 'self' blob:",
    `connect-src 'self' ${sourceOrigins(given).join(' ')}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');

/** Puts the Content-Security-Policy into the built page; the page of `npm run dev` loads code as it changes. */
export const contentSecurity = (): Plugin => ({
  name: 'content-security',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policyFor(process.env.VITE_SOURCE_ADDRESSES ?? '') },
      injectTo: 'head-prepend',
    },
  ],
});
