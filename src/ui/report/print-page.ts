import { t } from '../../i18n/language.ts';

/** Opens the browser's print dialog, where a PDF can be saved, on a page of its own; the app stays as it is. */
export const printPage = (page: Uint8Array): void => {
  const address = URL.createObjectURL(new Blob([page.slice()], { type: 'text/html' }));
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.title = t('report.print');
  const leave = (): void => {
    frame.remove();
    URL.revokeObjectURL(address);
  };
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => window.setTimeout(leave, 0));
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  });
  frame.src = address;
  document.body.append(frame);
};
