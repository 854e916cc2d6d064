import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { builtInDistricts } from '../support/built-in-districts.ts';
import { appOnHost } from './app-page.ts';
import { serveWithPack } from './small-host.ts';

const pack = await builtInDistricts('Huyện Võ Nhai', 'Huyện Định Hóa');
const { opens } = appOnHost({ serve: () => serveWithPack(pack), withMap: false });

const textOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'])
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');

describe('the report in a browser', () => {
  it('can be cancelled, leaves the page alive, and says what the screen says over the name of its signer', async () => {
    const { app, complaints } = await opens();
    await app.when.waitsForRun();
    const unserved = await app.sees.headline('peopleUnserved');

    await app.when.opensTask('report');
    await app.when.namesSigner('Nguyễn Thị Ữ');
    await app.when.undoes();
    expect(await app.sees.signer()).toBe('');
    await app.when.redoes();
    expect(await app.sees.signer()).toBe('Nguyễn Thị Ữ');

    await app.when.choosesFormats(['docx', 'communeSheets']);
    await app.when.startsReport();
    await app.when.opensTask('gaps');
    expect((await app.sees.firstHamlets(1)).length).toBe(1);
    await app.when.opensTask('report');
    await app.when.cancelsReport();
    expect(await app.sees.text()).toContain('Đã hủy, chưa có báo cáo nào.');

    await app.when.choosesFormats(['docx', 'kmz']);
    await app.when.startsReport();
    await app.when.waitsForReport();
    const document = textOf(await app.when.downloadsReportFile('report.docx'));
    expect(document).toContain('Nguyễn Thị Ữ');
    expect(document).toContain(String(unserved).replace(/\B(?=(\d{3})+$)/g, '.'));
    // the name of who signs is no change of the data
    expect(document).toContain('hiện trạng theo gói dữ liệu, không thay đổi');
    const kml = strFromU8(unzipSync(await app.when.downloadsReportFile('report.kmz'))['doc.kml']);
    expect(kml.match(/<Placemark id="(?:none|hole|served)-/g)).toHaveLength(pack.hamlets.length);
    expect(complaints).toEqual([]);
  });
});
