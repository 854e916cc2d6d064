import { describe, expect, it } from 'vitest';
import { distanceM } from '../../src/geo/distance.ts';
import { builtInDistricts } from '../support/built-in-districts.ts';
import { appOnHost } from './app-page.ts';
import { driveCoverage } from './coverage-driver.ts';
import { serveWithPack } from './small-host.ts';

const pack = await builtInDistricts('Thành phố Thái Nguyên', 'Huyện Phú Lương');
/** The site with nothing near that a mouse could take instead. */
const [lonely] = pack.sites
  .filter(({ tenants: [first] }) => first.cells.some(({ technology }) => technology === '4G'))
  .map((site) => ({
    ...site,
    aloneM: Math.min(
      ...pack.sites.filter(({ id }) => id !== site.id).map((other) => distanceM(site.position, other.position)),
    ),
  }))
  .sort((a, b) => b.aloneM - a.aloneM);
const { opens } = appOnHost({ serve: () => serveWithPack(pack) });

describe('coverage in a browser', () => {
  it('shows a quick look with legend and levels, is redrawn without a run, and is cancelled', async () => {
    const { page, app, complaints } = await opens('#coverage');
    const coverage = driveCoverage(page);
    await coverage.when.figuresAreCancelled();
    await coverage.when.runs();
    await coverage.when.waitsForPicture(11);
    expect(await coverage.sees.legend()).toContain('Vùng phủ 4G, mọi nhà mạng (dBm) giả lập');
    expect(await coverage.sees.classes()).toContain('−85 đến −75');
    await app.when.opensTask('overview');
    await coverage.when.cancels();
    expect(await coverage.sees.levelUnderPointer()).toMatch(/−\d+,\d dBm · (Viettel|VinaPhone|MobiFone|Vietnamobile)/);

    await app.when.opensTask('coverage');
    expect(await coverage.sees.run()).toBe('cancelled');
    await coverage.when.drawsFrom(-90);
    expect(await coverage.sees.classes('hidden')).toEqual(['−105 đến −95', '−115 đến −105', '< −115']);
    expect(await coverage.sees.run()).toBe('cancelled');
    expect(await coverage.sees.pictureZoom()).toBe('11');

    const tif = await coverage.when.downloads('GeoTIFF cho QGIS');
    expect(tif.name).toBe('vung-phu-moi-nha-mang-4G-z11.tif');
    const kmz = await coverage.when.downloads('KMZ cho Google Earth');
    expect([...kmz.bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
    expect(complaints).toEqual([]);
  });

  it('shows one site alone, follows the turn of a cell and the move of the mast, and undoes both', async () => {
    const [lon, lat] = lonely.position;
    const { page, app, complaints } = await opens(`#coverage?at=${lon},${lat},13&select=site:${lonely.id}`);
    const coverage = driveCoverage(page);
    await coverage.when.figuresAreCancelled();
    await coverage.when.showsSiteAlone();
    await coverage.when.waitsForPicture(12);
    await coverage.when.opensCells();
    const before = await coverage.sees.azimuth();
    await coverage.when.turnsCell(3);
    expect(await coverage.sees.azimuth()).toBe(before + 3);
    await app.when.undoes();
    expect(await coverage.sees.azimuth()).toBe(before);

    await coverage.when.dragsSite(60, 30);
    expect(await app.sees.nextUndo()).toContain(`dời vị trí cột ${lonely.id}`);
    await coverage.when.waitsForPicture(12);
    await app.when.undoes();
    expect(await app.sees.nextUndo()).not.toContain('dời');
    expect(complaints).toEqual([]);
  });
});
