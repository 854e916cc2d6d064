import type { CoverageSettings } from '../../../coverage/raster/coverage-types.ts';
import { coverageSettingsOf } from '../../../coverage/raster/of-study.ts';
import { overlayImage } from '../../../coverage/raster/overlay-image.ts';
import { type SignalClass, signalClasses } from '../../../coverage/raster/ramp.ts';
import { askedOf } from '../../../coverage/service/asked.ts';
import { coverageGeotiff } from '../../../files/raster/coverage-geotiff.ts';
import { writeKmz } from '../../../files/vector/kmz-write.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { CoverageImage } from '../../../map/coverage/image.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { theme } from '../../app-state/preferences.ts';
import { opened, study } from '../../app-state/study.ts';
import { saveFile } from '../../kit/save-file.ts';
import { shownImage } from '../coverage-overlay.ts';
import { coverageLook, servedFromDbm } from '../look/coverage-look.ts';
import { soloOperator, soloSite } from '../site/site-coverage.ts';
import { classLabel, coverageLayers, modelName, operatorName } from '../words.ts';
import { coverage, coverageOperator } from './province-coverage.ts';

interface ShownOverlay {
  image: CoverageImage;
  settings: CoverageSettings;
  /** Of whom, in words, and as part of a file's name. */
  who: string;
  fileName: string;
}

/** The picture on the map and what it is of; null where there is none. */
const shownOverlay = (): ShownOverlay | null => {
  const image = shownImage.peek();
  const of = study.peek();
  if (!image || !of) return null;
  const site = soloSite.peek();
  const settings = site
    ? coverageSettingsOf(settingsOf(of).service, image.grid.zoom)
    : coverage.peek()?.result.settings;
  if (!settings) return null;
  const operator = site ? soloOperator.peek() : coverageOperator.peek();
  const name = [t('coverage.fileName'), site?.id, operator ?? t('coverage.fileAll'), settings.technology];
  return {
    image,
    settings,
    who: [site?.id, site && operator === null ? null : operatorName(operator)].filter(Boolean).join(', '),
    fileName: [...name, `z${image.grid.zoom}`].filter(Boolean).join('-'),
  };
};

const pngOf = async (canvas: OffscreenCanvas): Promise<Uint8Array> =>
  new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());

const legendRow = { height: 24, width: 190 };

const legendPng = (title: string, leastDbm: number, classes: readonly SignalClass[]): Promise<Uint8Array> => {
  const canvas = new OffscreenCanvas(legendRow.width, (classes.length + 1) * legendRow.height + 8);
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'rgba(255, 255, 255, 0.92)';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = '600 14px "Noto Sans", sans-serif';
  context.textBaseline = 'middle';
  context.fillStyle = '#1c262d';
  context.fillText(title, 10, legendRow.height / 2 + 4);
  context.font = '14px "Noto Sans", sans-serif';
  classes.forEach((each, index) => {
    const y = (index + 1) * legendRow.height + 4;
    context.fillStyle = each.colour;
    context.fillRect(10, y + 4, 28, legendRow.height - 8);
    context.fillStyle = '#1c262d';
    context.fillText(classLabel(each, leastDbm), 48, y + legendRow.height / 2);
  });
  return pngOf(canvas);
};

/** Levels of the picture on the map as GeoTIFF. */
export const saveGeotiff = (): void => {
  const shown = shownOverlay();
  if (shown) saveFile(`${shown.fileName}.tif`, coverageGeotiff(shown.image, shown.image.grid));
};

/** What is told of synthetic layers wherever coverage goes. */
const syntheticNote = (): string => {
  const provenance = opened.peek()?.pack.manifest.provenance;
  const layers = coverageLayers.filter((name) => provenance?.[name].kind === 'synthetic');
  return layers.length > 0
    ? t('coverage.kmzSynthetic', { layers: layers.map((name) => t(`layer.${name}`)).join(', ') })
    : '';
};

/** What is painted below the level of service is told with the picture. */
const belowServiceNote = (leastDbm: number, settings: CoverageSettings): string => {
  const served = servedFromDbm.peek();
  return leastDbm < served ? t('coverage.belowService', { ...askedOf(settings), served: formatNumber(served) }) : '';
};

/** The picture on the map, in the colours it is drawn in, as KMZ. */
export const saveKmz = async (): Promise<void> => {
  const shown = shownOverlay();
  if (!shown) return;
  const { image, settings, who, fileName } = shown;
  const look = coverageLook.peek();
  const { width, height, bounds, pixels } = overlayImage(
    { grid: image.grid, data: image.levelTenthsDbm },
    look,
    theme.peek(),
  );
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.putImageData(new ImageData(pixels, width, height), 0, 0);
  const asked = askedOf(settings);
  const levels = `${asked.level} (dBm)`;
  const note = t('coverage.kmzNote', {
    ...asked,
    who,
    receiver: formatNumber(settings.receiverHeightM, 1),
    percent: settings.locationPercent,
    model: modelName(settings.model),
  });
  const name = `${t('coverage.layer')} ${settings.technology}, ${who}`;
  const classes = signalClasses(look.ramp, theme.peek()).filter(
    ({ below }) => below === null || below > look.thresholdDbm,
  );
  const content = writeKmz({
    name,
    description: [note, belowServiceNote(look.thresholdDbm, settings), syntheticNote()].filter(Boolean).join(' '),
    styles: [],
    folders: [],
    overlays: [{ name, bounds, png: await pngOf(canvas), opacity: look.opacity, visible: true }],
    icon: null,
    legend: { name: levels, png: await legendPng(levels, look.thresholdDbm, classes) },
  });
  saveFile(`${fileName}.kmz`, content);
};
