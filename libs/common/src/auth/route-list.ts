import { RequestMethod, type INestApplicationContext, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from './access.decorators.js';

/** A route of the HTTP API as its controller declares it. */
export interface DeclaredRoute {
  /** `GET`, `POST`, … */
  readonly method: string;
  /** Without the service's prefix: `/tickets/:id/dispatch`. */
  readonly path: string;
  /** Who may call it; undefined where nobody has said. */
  readonly access: RouteAccess | undefined;
  /** `Controller.method`. */
  readonly name: string;
}

/** All routes of an application's controllers, in the order of path and method. */
export function declaredRoutes(app: INestApplicationContext): DeclaredRoute[] {
  return [...app.get(ModulesContainer).values()]
    .flatMap((module) => Array.from(module.controllers.values(), ({ metatype }) => metatype))
    .flatMap((controller) => (controller === null ? [] : routesOf(controller)))
    .toSorted((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'));
}

/**
 * Stops a service at its start if a route does not say who may call it.
 * @throws Error naming the routes
 */
export function assertEveryRouteIsListed(app: INestApplicationContext): void {
  const open = declaredRoutes(app).filter(({ access }) => access === undefined);
  if (open.length === 0) return;
  const names = open.map(({ method, path, name }) => `${method} ${path} (${name})`);
  throw new Error(`Routes without @Public, @Staff or @Roles: ${names.join(', ')}`);
}

/** The routes of one controller class. */
export function routesOf(controller: Type | Function): DeclaredRoute[] {
  const prototype: Record<string, unknown> = controller.prototype;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((key) => {
    const handler = prototype[key];
    if (typeof handler !== 'function') return [];
    const method: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
    if (method === undefined) return [];
    const own: RouteAccess | undefined = Reflect.getMetadata(ROUTE_ACCESS, handler);
    const inherited: RouteAccess | undefined = Reflect.getMetadata(ROUTE_ACCESS, controller);
    return pathsOf(handler).flatMap((path) =>
      pathsOf(controller).map((base) => ({
        method: RequestMethod[method],
        path: `/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        access: own ?? inherited,
        name: `${controller.name}.${key}`,
      })),
    );
  });
}

function pathsOf(target: object): string[] {
  const path: string | string[] | undefined = Reflect.getMetadata(PATH_METADATA, target);
  return [path ?? '/'].flat();
}
