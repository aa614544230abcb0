import type { DynamicModule, FactoryProvider } from '@nestjs/common';
import { HEALTH_SETTINGS, HealthController, type HealthSettings } from './health.controller.js';

class HealthModule {}

export type HealthModuleOptions = Pick<FactoryProvider<HealthSettings>, 'inject'> & {
  readonly imports?: DynamicModule['imports'];
  useFactory: FactoryProvider<HealthSettings>['useFactory'];
};

/** The health addresses for an app; the factory names its checks. */
export function healthModule({ imports = [], inject = [], useFactory }: HealthModuleOptions): DynamicModule {
  return { module: HealthModule, imports: imports ?? [], controllers: [HealthController], providers: [{ provide: HEALTH_SETTINGS, inject, useFactory }] };
}
