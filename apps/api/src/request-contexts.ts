import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type Clock, InvalidInputError } from '@ketenregie/kernel';
import { TenantDb } from '@ketenregie/platform/db';
import { type GraphqlContext, Identification, OperationContext, Permissions, RequestOperations } from '@ketenregie/platform/graphql';
import { SESSION_COOKIE, type SessionCookie, readCookie } from '@ketenregie/identity-server';
import { requestIdOf } from '@ketenregie/platform/http';

/** The product's clock as a thing to inject. */
export abstract class ProductClock implements Clock {
  abstract now(): Date;
  abstract today(timeZone?: string): ReturnType<Clock['today']>;
}

const header = (request: Request, name: string): string | null => request.get(name)?.trim() || null;

/** Makes the context of an operation from its request: who asks, in which tenant; read anew each time. */
@Injectable()
export class RequestContexts extends RequestOperations {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: ProductClock,
    private readonly identification: Identification,
    private readonly permissions: Permissions,
    @Inject(SESSION_COOKIE) private readonly cookie: SessionCookie,
  ) {
    super();
  }

  /** For the routes beside GraphQL; refuses an address with a NUL, which PostgreSQL does not keep. */
  async operationOf(request: Request): Promise<OperationContext> {
    if (request.originalUrl.includes('%00')) throw new InvalidInputError('This address holds a character that cannot be kept.');
    return (await this.of(request)).operation;
  }

  async of(request: Request): Promise<GraphqlContext> {
    const token = readCookie(request.headers.cookie, this.cookie.name);
    const account = token === null ? null : await this.identification.accountOf(token);
    const slug = header(request, 'x-tenant');
    const viewer = account === null || slug === null ? null : await this.identification.viewerIn(account, slug);
    const operation = new OperationContext({
      requestId: requestIdOf(request),
      account,
      viewer,
      idempotencyKey: header(request, 'idempotency-key'),
      db: this.db,
      clock: this.clock,
      permissions: this.permissions,
    });
    request.res?.once('close', () => void operation.close());
    return { operation };
  }
}
