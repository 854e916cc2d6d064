/** Outline icons on a 24 grid, drawn in the text's colour. */
const paths = {
  overview: 'M4 5h7v7H4zM14 5h6v4h-6zM14 12h6v7h-6zM4 15h7v4H4z',
  coverage:
    'M12 13v8M8.5 21h7M12 11a1 1 0 1 0 0-2 1 1 0 0 0 0 2zM8.5 13.5a5 5 0 0 1 0-7M15.5 13.5a5 5 0 0 0 0-7M5.6 16.4a9 9 0 0 1 0-12.8M18.4 16.4a9 9 0 0 0 0-12.8',
  gaps: 'M12 21s-6-5.3-6-10a6 6 0 0 1 12 0c0 4.7-6 10-6 10zM9.7 8.7l4.6 4.6M14.3 8.7l-4.6 4.6',
  closing: 'M12 21V11M9 21h6M12 11 9 6h6zM3 10a9 9 0 0 1 3-6M21 10a9 9 0 0 0-3-6M2 21h4M18 21h4',
  sharing: 'M12 4v16M8 20h8M12 8 6 5M12 8l6-3M12 12l-6-3M12 12l6-3',
  proposals:
    'M12 21V9M9 21h6M12 9 9.5 4.5h5zM5.5 4a7 7 0 0 0 0 8M18.5 4a7 7 0 0 1 0 8M3 2.5a10 10 0 0 0 0 11M21 2.5a10 10 0 0 1 0 11',
  report: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  selection: 'M12 3v4M12 17v4M3 12h4M17 12h4M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  open: 'M3 18V6h6l2 2h10v10zM3 11h18',
  download: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M4 20h16',
  help: 'M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 1.9v.3M12 17.5v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  home: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  target: 'M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM12 2v4M12 18v4M2 12h4M18 12h4',
  chevron: 'M6 9l6 6 6-6',
  left: 'M14 6l-6 6 6 6',
  right: 'M10 6l6 6-6 6',
  menu: 'M12 6v.01M12 12v.01M12 18v.01',
  check: 'M5 13l4 4 10-10',
  profile: 'M3 20 9 9l4 6 3-5 5 10zM3 5l18 3',
  scenarios: 'M6 4v16M6 14c8 0 12-2 12-7M6 4v.01M18 7v.01M15.5 9.5 18 7l2.5 2.5',
  pin: 'M9 3h6l-1 6 3 4H7l3-4zM12 13v8',
  forbid: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.8 5.8l12.4 12.4',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3',
  save: 'M4 4h13l3 3v13H4zM8 4v5h8V4M8 20v-6h8v6',
  undo: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9',
  redo: 'M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3 20 20',
  language: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18',
  warning: 'M12 4 2.5 20h19zM12 10v4M12 17v.01',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name, size = 20 }: { name: IconName; size?: number }) => (
  <svg
    class="icon"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
);
