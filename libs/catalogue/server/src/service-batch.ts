import { dutchNoteOf } from '@ketenregie/catalogue-domain';
import type { Batch, OperationContext } from '@ketenregie/platform/graphql';
import type { ServiceModel } from './catalogue.model.js';
import { type Service, servicesById } from './catalogue.queries.js';

/** Services by the tenant's own id, for nested fields: one statement an operation. */
export const serviceBatch: Batch<string, Service> = { name: 'service', load: servicesById };

/** A service as the API shows it to the viewer. */
export function serviceModelOf({ id: _, ...service }: Service, operation: OperationContext): ServiceModel {
  return { ...service, noteNl: dutchNoteOf(service.note), viewerCan: operation.may('catalogue.settle') ? ['catalogue.settle'] : [] };
}
