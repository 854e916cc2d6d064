import type { Answer } from './net/exchange.ts';
import { byStatus, type Judge } from './net/judge.ts';

/**
 * Whether a bucket says that it has no such file: 404, or, where it tells nobody what it holds, 403 in XML. Another 403
 * is a firewall's or a proxy's, and says nothing of the file.
 */
export const bucketHasNone = ({ status, body }: Pick<Answer, 'status' | 'body'>): boolean => {
  if (status === 404) return true;
  return (
    status === 403 && /<Code>(?:AccessDenied|NoSuchKey)<\/Code>/.test(new TextDecoder().decode(body.subarray(0, 1000)))
  );
};

export const judgeBucket: Judge = (answer) => (bucketHasNone(answer) ? { absent: true } : byStatus(answer));
