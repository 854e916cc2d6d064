import { t } from '../../i18n/language.ts';
import { showToast } from '../app-state/toasts.ts';

const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  geojson: 'application/geo+json',
  html: 'text/html',
  kmz: 'application/vnd.google-earth.kmz',
  tif: 'image/tiff',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const blobOf = (name: string, content: Uint8Array): Blob =>
  new Blob([content.slice()], { type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });

/** Hands a file to the user as a download. */
export const saveFile = (name: string, content: Uint8Array): void => {
  const address = URL.createObjectURL(blobOf(name, content));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.split('/').at(-1) ?? name;
  link.click();
  URL.revokeObjectURL(address);
  showToast(() => t('app.toast.downloaded', { file: link.download }));
};
