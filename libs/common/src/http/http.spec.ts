import { Body, Controller, Get, Post, Query, type Type as ClassOf } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { JWK } from 'jose';
import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';
import { CurrentActor, Public, Roles, Staff } from '../auth/access.decorators.js';
import type { Actor, Role } from '../auth/actor.js';
import { AUTH_PROVIDERS } from '../auth/auth.providers.js';
import { SessionKeySource } from '../auth/session-keys.js';
import { newSessionKey, signSession, type SessionKey } from '../auth/session-token.js';
import { configureHttp, fastifyOptions } from './configure-http.js';
import { IfMatch } from './etag.js';
import { PageQuery } from './page.js';
import { DomainError, RuleBroken, ServiceUnavailable, StaleVersion } from './problem.js';
import { RateLimited } from './rate-limit.js';
import { currentOrigin, currentRequestId } from './request-id.js';
import { IdParam } from './validation.js';

class Elements {
  @IsString() @MaxLength(5) what!: string;
}
class Task {
  @IsIn(['phone', 'visit']) how!: string;
}
class Filing {
  @IsOptional() @IsInt() @Max(5) score?: number;
  @ValidateNested() @Type(() => Elements) elements!: Elements;
  @IsOptional() @IsArray() @ArrayMaxSize(2) @ValidateNested({ each: true }) @Type(() => Task) tasks?: Task[];
}

const THROWN: Record<string, () => Error> = {
  rule: () => new RuleBroken('one-extension', { asked: 2 }),
  taken: () => new DomainError('slot-taken', 409, { alternatives: ['9:00'] }),
  stale: () => new StaleVersion({ current: 7 }),
  unheard: () => new DomainError('from-another-service', 409),
  bug: () => new Error('secret words of a bug'),
  uuid: () => new QueryFailedError('SELECT secret', [], databaseError('22P02', 'string_to_uuid')),
  number: () => new QueryFailedError('SELECT secret', [], databaseError('22P02')),
  deadlock: () => new QueryFailedError('SELECT secret', [], databaseError('40P01')),
  timeout: () => databaseError('57014'),
  constraint: () => new QueryFailedError('SELECT secret', [], databaseError('23505')),
  away: () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
};

function databaseError(code: string, routine?: string): DatabaseError {
  return Object.assign(new DatabaseError('words of the database', 0, 'error'), { code, routine });
}

@Controller('things')
class ThingsController {
  @Public()
  @Post()
  file(@Body() filing: Filing): unknown {
    return { filing, requestId: currentRequestId(), origin: currentOrigin(), version: 3 };
  }

  @Public()
  @Get()
  list(@Query() page: PageQuery): PageQuery {
    return page;
  }

  @Public()
  @Get('thrown/:what')
  thrown(@IdParam('what') what: string): string {
    return what;
  }

  @Public()
  @Get('throws')
  throws(@Query('what') what: string): never {
    throw THROWN[what]?.() ?? new Error('no such');
  }

  @Public()
  @RateLimited({ times: 2, windowSeconds: 60 })
  @Post('often')
  often(): string {
    return '';
  }

  @Roles('operator')
  @Post('dispatch')
  dispatch(@CurrentActor() actor: Actor, @IfMatch() version: number): unknown {
    return { actor, based: version };
  }

  @Staff()
  @Get('mine')
  mine(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @Public()
  @Post('anybody')
  anybody(@CurrentActor() actor: Actor): Actor {
    return actor;
  }
}

class FixedKeys extends SessionKeySource {
  list: JWK[] = [];
  away = false;
  keys(): Promise<JWK[]> {
    return this.away ? Promise.reject(new ServiceUnavailable()) : Promise.resolve(this.list);
  }
}

@Controller()
class OpenController {
  @Get('open')
  open(): string {
    return '';
  }
}

async function appOf(controller: ClassOf, keys: SessionKeySource): Promise<NestFastifyApplication> {
  const testing = await Test.createTestingModule({ controllers: [controller], providers: AUTH_PROVIDERS })
    .overrideProvider(SessionKeySource)
    .useValue(keys)
    .compile();
  return testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(fastifyOptions({})), {
    logger: false,
  });
}

let app: NestFastifyApplication;
let key: SessionKey;
const keys = new FixedKeys();

beforeAll(async () => {
  key = await newSessionKey();
  keys.list = [key.publicJwk];
  app = await appOf(ThingsController, keys);
  app.setGlobalPrefix('api/test');
  configureHttp(app, {
    problems: {
      'slot-taken': { 'zh-CN': { title: '该时段已被预约' }, en: { title: 'The slot is taken' } },
      'rule-broken/one-extension': {
        'zh-CN': { title: '只能延期一次', detail: '已申请 {asked} 次' },
        en: { title: 'One extension only', detail: 'asked for {asked}' },
      },
    },
  });
  await app.init();
});
afterAll(() => app.close());

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: Record<string, unknown>;
}

async function call(
  method: 'GET' | 'POST',
  path: string,
  { headers = {}, payload }: { headers?: Record<string, string>; payload?: string | object } = {},
): Promise<Answer> {
  const {
    statusCode,
    headers: given,
    body,
  } = await app.inject({
    method,
    url: path.startsWith('/') ? path : `/api/test/things${/^$|^\?/.test(path) ? path : `/${path}`}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: statusCode, headers: given, body: body === '' ? {} : JSON.parse(body) };
}

async function tokenOf(roles: Role[], expiresAt = new Date(Date.now() + 60_000), by = key): Promise<string> {
  const actor = { kind: 'staff', id: '0190a000-0000-7000-8000-0000000000aa', name: '王', roles, unitId: 'u' } as const;
  return signSession({ actor, sid: 's1', expiresAt }, by.privateJwk);
}

const EN = { 'accept-language': 'en' };

describe('a request that is not well formed', () => {
  it('names every fault with its place, in Chinese', async () => {
    const payload = {
      score: 9,
      elements: { what: '太长的一句话' },
      tasks: [{ how: 'phone' }, { how: 'fax', by: 1 }],
      x: 1,
    };
    const { status, headers, body } = await call('POST', '', { payload });
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({ type: '/problems/malformed', title: '提交的内容有误', status: 400 });
    expect(body.traceId).toBe(headers['x-request-id']);
    expect(body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/x', rule: 'whitelistValidation', values: [], detail: '未知的字段' },
        { pointer: '/score', rule: 'max', values: [5], detail: '不能大于 5' },
        { pointer: '/elements/what', rule: 'maxLength', values: [5], detail: '最多 5 个字符' },
        { pointer: '/tasks/1/by', rule: 'whitelistValidation', values: [], detail: '未知的字段' },
        { pointer: '/tasks/1/how', rule: 'isIn', values: [['phone', 'visit']], detail: '应为以下之一：phone、visit' },
      ]),
    );
  });

  it('says that a missing field is required, in English', async () => {
    const { body } = await call('POST', '', { payload: {}, headers: EN });
    expect(body.errors).toEqual([{ pointer: '/elements', rule: 'required', values: [], detail: 'is required' }]);
  });

  it.each([
    ['no body', undefined, 400],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['broken JSON', '{"elements":', 400],
    ['a NUL', '{"elements":{"what":"a\\u0000"}}', 400],
    ['half a surrogate pair', '{"elements":{"what":"\\ud800"}}', 400],
    ['a poisoned prototype', '{"__proto__":{"admin":true}}', 400],
    ['bottomless nesting', '['.repeat(100_000) + ']'.repeat(100_000), 400],
    ['more than 256 KiB', JSON.stringify({ elements: { what: 'a'.repeat(256 * 1024) } }), 413],
  ])('refuses %s', async (_, payload, expected) => {
    const { status, body } = await call('POST', '', {
      headers: { 'content-type': 'application/json' },
      ...(payload === undefined ? {} : { payload }),
    });
    expect(status).toBe(expected);
    expect(body).toMatchObject({ status: expected, type: expect.stringMatching(/^\/problems\//) });
  });

  it('refuses forms and unknown content types', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/xml']) {
      const { status, body } = await call('POST', '', { headers: { 'content-type': type }, payload: 'a=1' });
      expect([type, status, body.type]).toEqual([type, 415, '/problems/unsupported-media-type']);
    }
  });

  it('refuses wrong and unknown query fields', async () => {
    expect((await call('GET', '?limit=101')).body.errors).toMatchObject([{ pointer: '?limit', rule: 'max' }]);
    expect((await call('GET', '?sort=name')).body.errors).toMatchObject([{ pointer: '?sort' }]);
    expect((await call('GET', '?limit=2&limit=3')).status).toBe(400);
    expect((await call('GET', '?after=%00')).body.errors).toMatchObject([{ pointer: '?after', rule: 'storable' }]);
    expect((await call('GET', '?limit=7')).body).toEqual({ limit: 7 });
  });

  it('finds nothing under an id that is none, under an unknown path or a malformed one', async () => {
    expect((await call('GET', 'thrown/42')).body.type).toBe('/problems/not-found');
    expect((await call('GET', '/api/test/nowhere')).body.type).toBe('/problems/route-not-found');
    const { status, headers, body } = await call('GET', '/api/test/%zz');
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.type).toBe('/problems/unreadable');
  });
});

describe('a domain error', () => {
  it('becomes a problem of its type with its data', async () => {
    const { status, body } = await call('GET', 'throws?what=taken');
    expect(status).toBe(409);
    expect(body).toMatchObject({ type: '/problems/slot-taken', title: '该时段已被预约', alternatives: ['9:00'] });
  });

  it('of a broken rule has the rule’s name and its own text', async () => {
    const { body } = await call('GET', 'throws?what=rule', { headers: EN });
    expect(body).toMatchObject({
      status: 422,
      type: '/problems/rule-broken',
      rule: 'one-extension',
      title: 'One extension only',
      detail: 'asked for 2',
    });
  });

  it('of a stale version says the current one', async () => {
    expect((await call('GET', 'throws?what=stale')).body).toMatchObject({ status: 412, current: 7 });
  });

  it('nobody has a text for still says what it is', async () => {
    expect((await call('GET', 'throws?what=unheard')).body).toMatchObject({
      type: '/problems/from-another-service',
      title: '请求未被接受',
    });
  });
});

describe('what nobody foresaw', () => {
  it.each([
    ['bug', 500],
    ['constraint', 500],
    ['uuid', 404],
    ['number', 400],
    ['deadlock', 503],
    ['timeout', 503],
    ['away', 503],
  ])('shows nothing of its inside: %s', async (what, expected) => {
    const { status, headers, body } = await call('GET', `throws?what=${what}`);
    expect(status).toBe(expected);
    expect(JSON.stringify(body)).not.toMatch(/secret|words|SELECT|ECONN/);
    expect(headers['retry-after']).toEqual(expected === 503 ? expect.any(String) : undefined);
  });
});

describe('every answer', () => {
  it('carries the request id that was sent, or a new one in place of a malformed one', async () => {
    const payload = { elements: { what: '路灯' } };
    const sent = await call('POST', '', { payload, headers: { 'x-request-id': 'trace-12345678' } });
    expect(sent.headers['x-request-id']).toBe('trace-12345678');
    expect(sent.body).toMatchObject({ requestId: 'trace-12345678', origin: '127.0.0.1' });
    const made = await call('POST', '', { payload, headers: { 'x-request-id': 'a\tb' } });
    expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.body.requestId).toBe(made.headers['x-request-id']);
  });

  it('is not stored nor sniffed, and has an ETag where it has a version', async () => {
    const { headers } = await call('POST', '', { payload: { elements: { what: '路灯' } } });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', etag: '"3"' });
  });
});

function dispatch(headers: Record<string, string>): Promise<Answer> {
  return call('POST', 'dispatch', { headers });
}

describe('a route that is called too often from one address', () => {
  it('says when to come back, and only there', async () => {
    expect([(await call('POST', 'often')).status, (await call('POST', 'often')).status]).toEqual([201, 201]);
    const { status, headers, body } = await call('POST', 'often', { headers: EN });
    expect([status, body.type]).toEqual([429, '/problems/too-many-requests']);
    expect(headers['retry-after']).toMatch(/^(60|59)$/);
    expect(body.detail).toMatch(/^Try again in \d+ seconds\.$/);
    expect((await call('POST', 'anybody')).status).toBe(201);
    const other = await app.inject({ method: 'POST', url: '/api/test/things/often', remoteAddress: '10.9.8.7' });
    expect(other.statusCode).toBe(201);
  });
});

describe('access', () => {
  it('is refused without a session, with one that is over, changed, or signed by somebody else', async () => {
    const token = await tokenOf(['operator']);
    const other = await tokenOf(['operator'], undefined, await newSessionKey());
    const over = await tokenOf(['operator'], new Date(Date.now() - 1000));
    const unsigned = `${token.split('.').slice(0, 2).join('.')}.`;
    for (const bearer of ['', over, other, unsigned, `${token}A`, 'x.y.z']) {
      const { status, body } = await dispatch(bearer ? { authorization: `Bearer ${bearer}` } : {});
      expect([bearer, status, body.type]).toEqual([bearer, 401, '/problems/unauthenticated']);
    }
  });

  it('is refused to other roles', async () => {
    const { status } = await dispatch({ authorization: `Bearer ${await tokenOf(['handler'])}` });
    expect(status).toBe(403);
  });

  it('by cookie needs the CSRF header to change something, not to read', async () => {
    const cookie = `theme=dark; sunline_session=${await tokenOf(['operator'])}`;
    expect((await dispatch({ cookie, 'if-match': '"4"' })).body.type).toBe('/problems/csrf');
    const allowed = await dispatch({ cookie, 'if-match': '"4"', 'x-sunline-csrf': '1' });
    expect(allowed.body).toMatchObject({ actor: { name: '王', roles: ['operator'] }, based: 4 });
    expect((await call('GET', 'mine', { headers: { cookie } })).body).toMatchObject({ kind: 'staff' });
  });

  it('to a public route counts a doubtful session as none', async () => {
    const cookie = `sunline_session=${await tokenOf(['operator'])}`;
    expect((await call('POST', 'anybody', { headers: { cookie } })).body).toEqual({ kind: 'citizen' });
    const sure = await call('POST', 'anybody', { headers: { cookie, 'x-sunline-csrf': '1' } });
    expect(sure.body).toMatchObject({ kind: 'staff' });
    const over = `sunline_session=${await tokenOf(['operator'], new Date(0))}`;
    expect((await call('GET', '', { headers: { cookie: over } })).status).toBe(200);
  });

  it('needs If-Match for an update: 428 without, 400 for anything but our ETags', async () => {
    const authorization = `Bearer ${await tokenOf(['operator'])}`;
    expect((await dispatch({ authorization })).status).toBe(428);
    for (const etag of ['4', '*', 'W/"4"', '"4", "5"', '"-1"']) {
      expect([etag, (await dispatch({ authorization, 'if-match': etag })).status]).toEqual([etag, 400]);
    }
  });

  it('waits for the gateway’s keys with 503 when none were ever had', async () => {
    const absent = new FixedKeys();
    absent.away = true;
    const lonely = await appOf(ThingsController, absent);
    configureHttp(lonely);
    await lonely.init();
    const headers = { authorization: `Bearer ${await tokenOf(['operator'])}` };
    const { statusCode } = await lonely.inject({ url: '/things/mine', headers });
    await lonely.close();
    expect(statusCode).toBe(503);
  });

  it('must be declared for every route, or the service does not start', async () => {
    const open = await appOf(OpenController, keys);
    expect(() => configureHttp(open)).toThrow('GET /open (OpenController.open)');
    await open.close();
  });
});
