import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ROLES, type Role } from '../auth/actor.js';
import { routesOf } from '../auth/route-list.js';
import { newId } from '../persistence/id.js';
import { staff, type TestSessions } from './test-sessions.js';

/** Gives the request headers of a member of staff who is signed in. */
export type Callers = Pick<TestSessions, 'headersFor'>;

/** Who may call what: `{ 'POST /tickets': ['operator', 'supervisor'], 'GET /service-items': 'public', … }`. */
export type RouteMatrix = Readonly<Record<string, 'public' | 'staff' | 'nobody said' | readonly Role[]>>;

/**
 * The routes of a module and of all it imports, as their decorators declare them. An app's access.spec.ts compares it
 * with a table written by hand: a route that is not in the table fails.
 * @param module the app's module class; nothing is instantiated
 */
export function routeMatrix(module: Type): RouteMatrix {
  const routes = controllersOf(module, new Set()).flatMap(routesOf);
  return Object.fromEntries(
    routes
      .map(({ method, path, access }) => [`${method} ${path}`, access] as const)
      .map(([route, access]) => [route, typeof access === 'object' && isEverybody(access) ? 'staff' : access])
      .map(([route, access]) => [route, access ?? 'nobody said'])
      .toSorted(([a], [b]) => String(a).localeCompare(String(b), 'en')),
  );
}

function isEverybody(roles: readonly Role[]): boolean {
  return ROLES.every((role) => roles.includes(role));
}

interface ModuleParts {
  module?: unknown;
  imports?: unknown[];
  controllers?: Type[];
  forwardRef?: () => unknown;
}

function controllersOf(module: unknown, seen: Set<unknown>): Type[] {
  if (seen.has(module)) return [];
  seen.add(module);
  if (typeof module === 'function') {
    const imports: unknown[] = Reflect.getMetadata('imports', module) ?? [];
    const controllers: Type[] = Reflect.getMetadata('controllers', module) ?? [];
    return [...controllers, ...imports.flatMap((one) => controllersOf(one, seen))];
  }
  if (typeof module !== 'object' || module === null) return [];
  const parts: ModuleParts = module;
  const inside = [parts.module, parts.forwardRef?.(), ...(parts.imports ?? [])];
  return [...(parts.controllers ?? []), ...inside.flatMap((one) => controllersOf(one, seen))];
}

/** How a caller was answered against the table, e.g. `POST /tickets as handler: 201, expected 403`. */
export type Mismatch = string;

/**
 * Calls every route as nobody and as every role, with an id that does not exist and an empty body.
 * @param callers asked anew for each call, so that a route may end the session it is called with; TestSessions where it
 *   is the app's SessionKeySource
 * @param options.prefix of the app's paths, e.g. `/api/hotline`; health and metrics are called without
 * @param options.endless routes that answer without end when they are allowed (`GET /stream`): only refusals are tried
 * @returns what is not as the table says: 401 for nobody, 403 for other roles, neither of them nor a 5xx for the rest
 */
export async function driveRoutes(
  app: NestFastifyApplication,
  matrix: RouteMatrix,
  callers: Callers,
  { prefix, endless = ['GET /stream'] }: { prefix: string; endless?: readonly string[] },
): Promise<Mismatch[]> {
  const mismatches: Mismatch[] = [];
  for (const [route, access] of Object.entries(matrix)) {
    for (const role of [null, ...ROLES]) {
      const expected = refusalOf(access, role);
      if (expected === null && endless.includes(route)) continue;
      const headers = role === null ? {} : await callers.headersFor(staff(role));
      const status = await call(app, route, prefix, headers);
      const right = expected === null ? status !== 401 && status !== 403 && status < 500 : status === expected;
      if (!right) mismatches.push(`${route} as ${role ?? 'nobody'}: ${status}, expected ${expected ?? 'an answer'}`);
    }
  }
  return mismatches;
}

function refusalOf(access: RouteMatrix[string], role: Role | null): 401 | 403 | null {
  if (access === 'public') return null;
  if (role === null) return 401;
  if (access === 'staff') return null;
  return typeof access === 'object' && access.includes(role) ? null : 403;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const BODY_METHODS = new Set<string>(['POST', 'PUT', 'PATCH']);

async function call(
  app: NestFastifyApplication,
  route: string,
  prefix: string,
  headers: Record<string, string>,
): Promise<number> {
  const [method = '', path = ''] = route.split(' ');
  const url = `${/^\/(health|metrics)/.test(path) ? '' : prefix}${path.replaceAll(/:\w+/g, newId())}`;
  const known = METHODS.find((one) => one === method);
  if (known === undefined) throw new Error(`No route to drive: ${route}`);
  const body = BODY_METHODS.has(known) ? { payload: {} } : {};
  const { statusCode } = await app.inject({ method: known, url, headers, ...body });
  return statusCode;
}
