import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Clock } from '@ketenregie/kernel';
import { TenantDb } from '@ketenregie/platform/db';
import { JitApolloDriver, RequestOperations, type TrustedDocuments } from '@ketenregie/platform/graphql';
import { type HealthCheck, healthModule } from '@ketenregie/platform/http';
import type { Log } from '@ketenregie/platform/logging';
import { HAS_MAILBOX, IdentityModule, SESSION_CLOCK, SESSION_COOKIE, sessionCookieFor } from '@ketenregie/identity-server';
import { TenantsModule } from '@ketenregie/tenants-server';
import { EXAMPLES_FOLDER, ExamplesController } from './examples/examples.controller.js';
import { features } from './features.js';
import { GraphqlOptions } from './graphql-options.js';
import { MailboxModule } from './mailbox/mailbox.module.js';
import { OPERATOR_SETTINGS, OperatorController, type OperatorSettings } from './operator/operator.controller.js';
import { ProductClock, RequestContexts } from './request-contexts.js';
import { Settings } from './settings.js';

/** What the app is given when it is made: the door, the clock, the log, and whether this is production. */
export interface AppParts {
  readonly db: TenantDb;
  readonly clock: Clock;
  readonly log: Log;
  readonly isProduction: boolean;
  /** Where a browser reaches the product. */
  readonly publicUrl: string;
  /** Servers before it that are believed about where a request comes from; none unless said. */
  readonly trustedProxies?: readonly string[];
  /** The documents that may be named by their hash; in production no other is run. */
  readonly documents?: TrustedDocuments;
  /** What the operator's page asks; without it there is none. */
  readonly operator?: OperatorSettings;
  /** The data folder whose built-in mailbox can be read; a demonstration's only. */
  readonly mailboxFolder?: string | null;
  /** The data folder whose examples are offered at the door; a demonstration's only, and never in production. */
  readonly examplesFolder?: string | null;
  /** What the ready check asks. */
  readonly health: readonly HealthCheck[];
}

@Global()
@Module({})
class PartsModule {
  static of({ db, clock, log, isProduction, publicUrl, mailboxFolder }: AppParts): DynamicModule {
    const providers: Provider[] = [
      { provide: TenantDb, useValue: db },
      { provide: ProductClock, useValue: clock },
      { provide: SESSION_CLOCK, useValue: clock },
      { provide: SESSION_COOKIE, useValue: sessionCookieFor(publicUrl) },
      { provide: HAS_MAILBOX, useValue: mailboxFolder != null },
      { provide: Settings, useValue: new Settings(isProduction, log) },
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}

@Global()
@Module({
  imports: [TenantsModule, IdentityModule],
  providers: [RequestContexts, { provide: RequestOperations, useExisting: RequestContexts }],
  exports: [RequestContexts, RequestOperations],
})
class RequestsModule {}

const NO_OPERATOR: OperatorSettings = { key: null, health: () => Promise.reject(new Error('no operator')) };

@Module({})
export class AppModule {
  static of(parts: AppParts): DynamicModule {
    return {
      module: AppModule,
      controllers: [ExamplesController, OperatorController],
      providers: [{ provide: OPERATOR_SETTINGS, useValue: parts.operator ?? NO_OPERATOR }, { provide: EXAMPLES_FOLDER, useValue: parts.isProduction ? null : (parts.examplesFolder ?? null) }],
      imports: [
        PartsModule.of(parts),
        GraphQLModule.forRootAsync({ driver: JitApolloDriver, imports: [RequestsModule], useClass: GraphqlOptions }),
        healthModule({ useFactory: () => ({ checks: parts.health, log: parts.log }) }),
        ...(parts.mailboxFolder == null ? [] : [MailboxModule.of(parts.mailboxFolder)]),
        ...features,
      ],
    };
  }
}
