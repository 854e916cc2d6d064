import type { BrowserContext } from 'playwright-core';
import type { StandIn } from '../sources/stand-in.ts';

/** Who asks, as the stand-in wants it said; a page's browser says that itself and can't be told what. */
const agent = 'PhuSong/1 (browser test)';

/**
 * Has the stand-in answer what a page asks of sources under their real addresses, so that what the page may ask is
 * decided by its own policy. Gives the addresses asked for, host by host.
 */
export const answerSources = async (context: BrowserContext, standIn: StandIn): Promise<string[]> => {
  const asked: string[] = [];
  await context.route(/^https:/, async (route) => {
    const request = route.request();
    const { host, pathname, search } = new URL(request.url());
    asked.push(host);
    const { range } = await request.allHeaders();
    const answer = await fetch(standIn.at(`${host}${pathname}${search}`), {
      method: request.method(),
      headers: { 'user-agent': agent, ...(range && { range }) },
      ...(request.postData() && { body: new URLSearchParams(request.postData()!) }),
    });
    // buckets that let a page ask for parts let it see which part came
    const headers = { ...Object.fromEntries(answer.headers), 'access-control-expose-headers': '*' };
    await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
  });
  return asked;
};
