import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { opened } from '../../app-state/study.ts';
import { meridianText } from '../../app-state/titles.ts';
import { fromPlane, readPosition } from '../../find/index.ts';
import { type Entry, positionEntry } from './entries.ts';

/** What a text means where it is a position: of metres every zone that puts them into the province. */
const positionsIn = async (text: string): Promise<Entry[]> => {
  const read = readPosition(text);
  if (!read) return [];
  if (read.kind === 'degrees') return [positionEntry(read.at, t('actions.wgs84'))];
  const box = opened.peek()?.pack.manifest.boundingBox;
  if (!box) return [];
  const found = await fromPlane(read, box);
  return found.map(({ zone, at }) =>
    positionEntry(at, t('actions.vn2000', { meridian: meridianText(zone.meridianDeg) })),
  );
};

/** The positions a text may mean; a plane's come a moment later. */
export const usePositions = (text: string): readonly Entry[] => {
  const [found, setFound] = useState<{ text: string; entries: readonly Entry[] }>({ text: '', entries: [] });
  useEffect(() => {
    let isCurrent = true;
    void positionsIn(text).then((entries) => {
      if (isCurrent) setFound({ text, entries });
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return found.text === text ? found.entries : [];
};
