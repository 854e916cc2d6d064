import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';

/** What a source answers. */
export interface Reply {
  status?: number;
  type?: string;
  body: Uint8Array | string;
  headers?: Record<string, string>;
  /** A file: parts of it may be asked for. */
  isFile?: boolean;
}

/** A question that came: its path begins with the host it was meant for. */
export interface Asked {
  method: string;
  path: string;
  /** The form's field `data`, decoded: an Overpass query. */
  query: string;
  headers: IncomingMessage['headers'];
  /** Milliseconds since the server began, of its coming and of its answer's end. */
  from: number;
  to: number;
  status: number;
}

export type Route = readonly [path: RegExp, reply: (match: RegExpExecArray, asked: Asked) => Reply | null];

/** Something that goes wrong with questions whose path or query fits, so many times. */
export interface Fault {
  when: RegExp;
  times?: number;
  /** Answers this instead. */
  reply?: Reply;
  /** Breaks off after half of the body. */
  cut?: boolean;
  /** Says nothing for so long first, ms. */
  delayMs?: number;
  /** Sends the whole file where a part was asked for. */
  whole?: boolean;
  /** Changes a byte in the middle. */
  spoil?: boolean;
}

export interface StandIn {
  /** Where a host stands in. */
  at: (host: string) => string;
  /** Addresses for every source. */
  addresses: Record<string, string>;
  asked: Asked[];
  /** What was done against the sources' house rules. */
  offences: string[];
  fault: (fault: Fault) => void;
  endFaults: () => void;
  close: () => Promise<void>;
}

const hosts: Record<string, string> = {
  terrarium: 's3.amazonaws.com/elevation-tiles-prod/terrarium',
  skadi: 's3.amazonaws.com/elevation-tiles-prod/skadi',
  'copernicus-30': 'copernicus-dem-30m.s3.amazonaws.com',
  'copernicus-90': 'copernicus-dem-90m.s3.amazonaws.com',
  worldcover: 'esa-worldcover.s3.eu-central-1.amazonaws.com/v200/2021/map',
  worldpop: 'data.worldpop.org',
  'worldpop.list': 'www.worldpop.org/rest/data/pop',
  overpass: 'overpass-api.de/api',
  thanglequoc:
    'raw.githubusercontent.com/thanglequoc/vietnamese-provinces-database/cd58063299585146ded3981f2272946ef19ced54',
  'thanglequoc.list': 'api.github.com/repos/thanglequoc/vietnamese-provinces-database/contents',
  geoboundaries: 'www.geoboundaries.org/api/current/gbOpen',
  'geoboundaries.files': 'media.githubusercontent.com/media/wmgeolab/geoBoundaries',
  opencellid: 'opencellid.org/ocid',
  gadm: 'geodata.ucdavis.edu/gadm/gadm4.1/json',
};

const notFound: Reply = { status: 404, type: 'text/plain', body: 'Not Found' };
/** As Apache answers a stock agent in front of Overpass. */
const notAcceptable: Reply = {
  status: 406,
  type: 'text/html; charset=iso-8859-1',
  body: '<html><head><title>406 Not Acceptable</title></head><body><h1>Not Acceptable</h1><p>An appropriate representation of the requested resource could not be found on this server.</p></body></html>',
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request) text += part;
  return text;
};

const bytesOf = (body: Uint8Array | string): Uint8Array =>
  typeof body === 'string' ? new TextEncoder().encode(body) : body;

const spoilt = (body: Uint8Array): Uint8Array => {
  const copy = body.slice();
  copy[copy.length >> 1] ^= 1;
  return copy;
};

/**
 * Public sources on this machine, under their real hosts and paths. It hears only 127.0.0.1, knows nothing but the
 * routes it is given, and holds whoever asks to the sources' house rules.
 *
 * @param pause milliseconds that 30 s are here: so long nobody may ask Overpass again after it has said it is too often
 */
export const startStandIn = async (
  routes: readonly Route[],
  { pause = 30, slownessMs = 0 }: { pause?: number; slownessMs?: number } = {},
): Promise<StandIn> => {
  const begun = performance.now();
  const now = () => performance.now() - begun;
  const asked: Asked[] = [];
  const offences: string[] = [];
  const faults: (Fault & { left: number })[] = [];
  let overpassBusy = 0;
  let closedUntil = 0;

  const houseRules = (one: Asked): Reply | null => {
    if (!/^PhuSong\/\d/.test(one.headers['user-agent'] ?? '')) {
      offences.push(`${one.path}: agent ${one.headers['user-agent']}`);
      if (one.path.startsWith('overpass')) return notAcceptable;
    }
    if (!one.path.startsWith('overpass-api.de/api/interpreter')) return null;
    if (overpassBusy > 1) offences.push(`${one.query}: two at once`);
    if (one.from < closedUntil) offences.push(`${one.query}: asked ${Math.round(closedUntil - one.from)} ms too soon`);
    return null;
  };

  const send = async (response: ServerResponse, one: Asked, reply: Reply, fault: Fault | undefined): Promise<void> => {
    const whole = bytesOf(reply.body);
    const body = fault?.spoil ? spoilt(whole) : whole;
    const tag = `"${createHash('sha1').update(whole).digest('hex')}"`;
    const headers: Record<string, string> = {
      'content-type': reply.type ?? 'application/octet-stream',
      'access-control-allow-origin': '*',
      ...(reply.isFile && { etag: tag, 'accept-ranges': 'bytes' }),
      ...reply.headers,
    };
    let [status, from, to] = [reply.status ?? 200, 0, body.length];
    const range = reply.isFile && !fault?.whole ? /^bytes=(\d+)-(\d*)$/.exec(one.headers.range ?? '') : null;
    const isSame = one.headers['if-range'] === undefined || one.headers['if-range'] === tag;
    if (range && isSame) {
      from = Number(range[1]);
      to = Math.min(body.length, range[2] === '' ? body.length : Number(range[2]) + 1);
      status = from < body.length ? 206 : 416;
      headers['content-range'] = status === 206 ? `bytes ${from}-${to - 1}/${body.length}` : `bytes */${body.length}`;
    }
    const part = status === 416 ? new Uint8Array() : body.subarray(from, to);
    one.status = status;
    response.writeHead(status, { ...headers, 'content-length': String(part.length) });
    if (fault?.cut) {
      response.write(part.subarray(0, part.length >> 1));
      await rest(20);
      response.destroy();
    } else response.end(part);
    one.to = now();
  };

  const server = createServer(async (request, response) => {
    const path = decodeURI((request.url ?? '/').slice(1));
    const body = await readBody(request);
    const query = new URLSearchParams(body).get('data') ?? '';
    const one: Asked = {
      method: request.method ?? '',
      path,
      query,
      headers: request.headers,
      from: now(),
      to: 0,
      status: 0,
    };
    asked.push(one);
    const isOverpass = path.startsWith('overpass-api.de/api/interpreter');
    if (isOverpass) overpassBusy++;
    response.on('close', () => {
      if (isOverpass) overpassBusy--;
    });
    const fault = faults.find(({ when, left }) => left > 0 && when.test(`${path} ${query}`));
    if (fault) fault.left--;
    const refused = houseRules(one);
    await rest(slownessMs + (fault?.delayMs ?? 0));
    const found = routes.flatMap(([pattern, reply]) => {
      const match = pattern.exec(path);
      return match ? (reply(match, one) ?? []) : [];
    });
    const reply = refused ?? fault?.reply ?? found[0] ?? notFound;
    if (reply.status === 429 && isOverpass) closedUntil = now() + pause;
    await send(response, one, reply, fault);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const at = (host: string): string => `http://127.0.0.1:${port}/${host}`;
  return {
    at,
    addresses: Object.fromEntries(Object.entries(hosts).map(([source, host]) => [source, at(host)])),
    asked,
    offences,
    fault: (fault) => {
      faults.push({ ...fault, left: fault.times ?? 1 });
    },
    endFaults: () => {
      faults.length = 0;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};
