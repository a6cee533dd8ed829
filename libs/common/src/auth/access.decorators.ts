import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Unauthenticated } from '../http/problem.js';
import { CITIZEN, ROLES, type Actor, type Role, type StaffActor } from './actor.js';

/** Who may call a route: everybody, or staff with one of these roles. */
export type RouteAccess = 'public' | readonly Role[];

export const ROUTE_ACCESS = 'sunline:route-access';

/** The route is open to everybody; a session, if there is one, is still read. */
export const Public = (): CustomDecorator => SetMetadata(ROUTE_ACCESS, 'public' satisfies RouteAccess);

/** The route is for staff with at least one of these roles. */
export const Roles = (...roles: [Role, ...Role[]]): CustomDecorator => SetMetadata(ROUTE_ACCESS, roles);

/** The route is for anybody who is signed in. */
export const Staff = (): CustomDecorator => SetMetadata(ROUTE_ACCESS, ROLES);

/** A request whose session the guard has read. */
export interface ActingRequest extends FastifyRequest {
  actor?: StaffActor;
  /** When the session of `actor` is over. */
  sessionEndsAt?: Date;
}

/** Who calls: the signed-in member of staff, or a citizen. */
export function actorOf(request: ActingRequest): Actor {
  return request.actor ?? CITIZEN;
}

/** Parameter: who calls (`Actor`). */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  actorOf(context.switchToHttp().getRequest<ActingRequest>()),
);

/** Parameter: the signed-in member of staff (`StaffActor`); 401 on a public route without a session. */
export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): StaffActor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (actor === undefined) throw new Unauthenticated();
  return actor;
});
