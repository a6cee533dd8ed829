import { Controller, Delete, Get, Module, Post, type DynamicModule } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { Public, Roles, Staff } from '../auth/access.decorators.js';
import { AUTH_PROVIDERS } from '../auth/auth.providers.js';
import { SessionKeySource } from '../auth/session-keys.js';
import { configureHttp, fastifyOptions } from '../http/configure-http.js';
import { IdParam } from '../http/validation.js';
import { driveRoutes, routeMatrix, type RouteMatrix } from './route-matrix.js';
import { TestSessions } from './test-sessions.js';

@Roles('admin')
@Controller('units')
class UnitsController {
  @Staff()
  @Get()
  list(): string[] {
    return [];
  }

  @Get(':id')
  read(@IdParam() id: string): string {
    return id;
  }

  @Delete(':id')
  remove(@IdParam() id: string): string {
    return id;
  }
}

@Controller()
class FilingController {
  @Public()
  @Post('filings')
  file(): string {
    return '';
  }

  @Staff()
  @Get('stream')
  stream(): Promise<never> {
    return new Promise(() => undefined);
  }
}

@Module({})
class Shared {
  readonly name = 'shared';
}
const shared: DynamicModule = { module: Shared, controllers: [FilingController], providers: AUTH_PROVIDERS };

@Module({ imports: [shared], controllers: [UnitsController], providers: AUTH_PROVIDERS })
class App {
  readonly name = 'app';
}

const MATRIX: RouteMatrix = {
  'DELETE /units/:id': ['admin'],
  'GET /stream': 'staff',
  'GET /units': 'staff',
  'GET /units/:id': ['admin'],
  'POST /filings': 'public',
};

describe('the routes of a module', () => {
  it('are listed with who may call them, those of imported modules too', () => {
    expect(routeMatrix(App)).toEqual(MATRIX);
  });
});

describe('driving every route with every role', () => {
  let app: NestFastifyApplication;
  let sessions: TestSessions;
  beforeAll(async () => {
    sessions = await TestSessions.create();
    const module = await Test.createTestingModule({ imports: [App] })
      .overrideProvider(SessionKeySource)
      .useValue(sessions)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(fastifyOptions({})), {
      logger: false,
    });
    app.setGlobalPrefix('api/test');
    configureHttp(app);
    await app.init();
  });
  afterAll(() => app.close());

  it('finds nothing where all is as listed', async () => {
    expect(await driveRoutes(app, MATRIX, sessions, { prefix: '/api/test' })).toEqual([]);
  });

  it('names caller and route where it is not', async () => {
    const wrong: RouteMatrix = { 'GET /units/:id': ['admin', 'leader'], 'POST /filings': 'staff' };
    expect(await driveRoutes(app, wrong, sessions, { prefix: '/api/test' })).toEqual([
      'GET /units/:id as leader: 403, expected an answer',
      'POST /filings as nobody: 201, expected 401',
    ]);
  });
});
