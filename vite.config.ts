/// <reference types="vitest/config" />
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentSecurity } from './scripts/content-security.ts';
import { factsInTheApp } from './scripts/facts-in-the-app.ts';
import { mapLibreFromSource } from './scripts/maplibre-from-source.ts';
import { workersInOneBuild } from './scripts/workers-in-one-build.ts';
import { slowFiles } from './test/support/slow-files.ts';

const leftOut = ['test/e2e/**', ...(process.env.PHUSONG_QUICK ? slowFiles() : [])];

/** Files that need a thread to themselves: they fill it, or look at what a page, a worker or the kernel keeps. */
const alone = (): string[] => [
  ...slowFiles(),
  'test/ui/**/*.test.{ts,tsx}',
  'test/workers/**/*.test.ts',
  'test/coverage/sweep/old-browser.test.ts',
];

const unit = {
  globalSetup: 'test/support/before-unit.ts',
  include: ['test/**/*.test.{ts,tsx}'],
  testTimeout: process.env.PHUSONG_LONG ? 3_600_000 : 240_000,
  hookTimeout: 240_000,
  // threads start in a third of the time that processes do
  pool: 'threads' as const,
  // loaded whole by many files: one file instead of its two hundred
  deps: { optimizer: { ssr: { enabled: true, include: ['@turf/turf'] } } },
  setupFiles: ['test/support/in-a-thread.ts', 'test/support/both-languages.ts'],
  tags: [{ name: 'slow', description: 'left out by npm run test:quick' }],
};

export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // how long plugins took is no warning
      checks: { bundlerTimings: false },
      // the solver asks for Node's modules only where it runs in Node
      onLog: (level, log, tell) => {
        if (!/"node:\w+" has been externalized.*\/highs\//s.test(log.message)) tell(level, log);
      },
    },
  },
  plugins: [
    mapLibreFromSource(),
    workersInOneBuild(),
    factsInTheApp(),
    contentSecurity(),
    VitePWA({
      // a new version waits for the user's word, so that code and pack stay of one version while work is open
      registerType: 'prompt',
      strategies: 'injectManifest',
      srcDir: 'workers/offline',
      filename: 'sw.ts',
      integration: {
        // otherwise it tells of itself however quiet the build is to be
        configureCustomSWViteBuild: (config) => {
          config.logLevel = 'error';
        },
      },
      manifest: {
        name: 'Phủ Sóng',
        short_name: 'Phủ Sóng',
        description: 'Quy hoạch hạ tầng viễn thông và mô phỏng phủ sóng',
        lang: 'vi',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#f3f5f4',
        theme_color: '#0b5560',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{html,js,mjs,css,woff2,svg,png,json,geojson,csv,tif,wasm,ttf}'],
        maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
      },
    }),
  ],
  test: {
    // vitest leaves a core free, which on a machine of two is half of it
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { ...unit, name: 'unit', include: alone(), exclude: leftOut },
      },
      {
        extends: true,
        // what keeps nothing between tests is loaded once for many files
        test: { ...unit, name: 'unit-together', exclude: [...alone(), ...leftOut], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          globalSetup: 'test/e2e/before-e2e.ts',
          include: ['test/e2e/**/*.e2e.ts'],
          testTimeout: 400_000,
          hookTimeout: 180_000,
          // one browser for all: the files share a process, and with it what is open there
          fileParallelism: false,
          isolate: false,
        },
      },
    ],
  },
});
