import { type CanActivate, type ExecutionContext, SetMetadata, UseGuards, applyDecorators, createParamDecorator } from '@nestjs/common';
import { GqlExecutionContext, Mutation, Query, type ReturnTypeFunc } from '@nestjs/graphql';
import type { OperationContext } from './operation-context.js';

const NEEDS = 'ketenregie:needs';

interface RootFieldOptions {
  /** The action of the role x action table that the viewer's roles must allow. */
  readonly needs: string;
  readonly description: string;
  readonly nullable?: boolean;
  readonly name?: string;
}

/** What a root field was declared to need; null for a handler that is no declared root field. */
export function needsOf(handler: object): string | null {
  return (Reflect.getMetadata(NEEDS, handler) as string | undefined) ?? null;
}

class NeedsGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const operation = GqlExecutionContext.create(context).getContext<{ operation: OperationContext }>().operation;
    const needs = needsOf(context.getHandler());
    if (needs === null || needs === 'signed-in') return operation.account !== null;
    operation.assertMay(needs);
    return true;
  }
}

const rootField = (needs: string): MethodDecorator => applyDecorators(SetMetadata(NEEDS, needs), UseGuards(NeedsGuard)) as MethodDecorator;

/** A query within a tenant. The action stands in the declaration, so no resolver can forget to ask. */
export function TenantQuery(type: ReturnTypeFunc, { needs, ...options }: RootFieldOptions): MethodDecorator {
  return applyDecorators(Query(type, options) as MethodDecorator, rootField(needs)) as MethodDecorator;
}

/** A mutation within a tenant: one use case, one transaction. */
export function TenantMutation(type: ReturnTypeFunc, { needs, ...options }: RootFieldOptions): MethodDecorator {
  return applyDecorators(Mutation(type, options) as MethodDecorator, rootField(needs)) as MethodDecorator;
}

/** A query about one's own account, outside any tenant. */
export function AccountQuery(type: ReturnTypeFunc, options: Omit<RootFieldOptions, 'needs'>): MethodDecorator {
  return applyDecorators(Query(type, options) as MethodDecorator, rootField('signed-in')) as MethodDecorator;
}

/** A mutation of one's own account, outside any tenant and its log; it must be one that may be repeated. */
export function AccountMutation(type: ReturnTypeFunc, options: Omit<RootFieldOptions, 'needs'>): MethodDecorator {
  return applyDecorators(Mutation(type, options) as MethodDecorator, rootField('signed-in')) as MethodDecorator;
}

/** The operation's context as a resolver parameter. */
export const Operation = createParamDecorator((_: unknown, context: ExecutionContext): OperationContext =>
  GqlExecutionContext.create(context).getContext<{ operation: OperationContext }>().operation,
);
