import { Body, Controller, Get, Post, Query, type Type as ClassOf } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
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
export class ThingsController {
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

/** Keys in the spec's hand. */
export class FixedKeys extends SessionKeySource {
  list: JWK[] = [];
  away = false;
  keys(): Promise<JWK[]> {
    return this.away ? Promise.reject(new ServiceUnavailable()) : Promise.resolve(this.list);
  }
}

/** An application of one controller, before its manners. */
export async function appOf(controller: ClassOf, keys: SessionKeySource): Promise<NestFastifyApplication> {
  const testing = await Test.createTestingModule({ controllers: [controller], providers: AUTH_PROVIDERS })
    .overrideProvider(SessionKeySource)
    .useValue(keys)
    .compile();
  return testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(fastifyOptions({})), {
    logger: false,
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: Record<string, unknown>;
}

export const EN = { 'accept-language': 'en' };

const PROBLEMS = {
  'slot-taken': { 'zh-CN': { title: '该时段已被预约' }, en: { title: 'The slot is taken' } },
  'rule-broken/one-extension': {
    'zh-CN': { title: '只能延期一次', detail: '已申请 {asked} 次' },
    en: { title: 'One extension only', detail: 'asked for {asked}' },
  },
};

/** A service of one controller with the suite's manners. Real: HTTP by inject, guards, pipes, filters. No database. */
export class HttpUnderTest {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly keys: FixedKeys,
    private readonly key: SessionKey,
  ) {}

  static async start(): Promise<HttpUnderTest> {
    const key = await newSessionKey();
    const keys = new FixedKeys();
    keys.list = [key.publicJwk];
    const app = await appOf(ThingsController, keys);
    app.setGlobalPrefix('api/test');
    configureHttp(app, { problems: PROBLEMS });
    await app.init();
    return new HttpUnderTest(app, keys, key);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** @param path below the controller, or the whole one when it begins with a slash */
  async call(
    method: 'GET' | 'POST',
    path: string,
    { headers = {}, payload }: { headers?: Record<string, string>; payload?: string | object } = {},
  ): Promise<Answer> {
    const {
      statusCode,
      headers: given,
      body,
    } = await this.app.inject({
      method,
      url: path.startsWith('/') ? path : `/api/test/things${/^$|^\?/.test(path) ? path : `/${path}`}`,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: statusCode, headers: given, body: body === '' ? {} : JSON.parse(body) };
  }

  tokenOf(roles: Role[], expiresAt = new Date(Date.now() + 60_000), by = this.key): Promise<string> {
    const id = '0190a000-0000-7000-8000-0000000000aa';
    const actor = { kind: 'staff', id, name: '王', roles, unitId: 'u' } as const;
    return signSession({ actor, sid: 's1', expiresAt }, by.privateJwk);
  }
}
