export { UnknownServiceError, adoptServices } from './adopt-services.js';
export { CatalogueModule } from './catalogue.module.js';
export { ServiceModel } from './catalogue.model.js';
export { type Provider, type Service, type Supplier, allProviders, allServices, allSuppliers, findService, newestVersion, servicesById } from './catalogue.queries.js';
export { type PublishedCatalogue, publishCatalogue } from './publish-catalogue.js';
export { serviceBatch, serviceModelOf } from './service-batch.js';
export { ServiceRow, catalogueRows } from './service.row.js';
export { type Settlement, settleService } from './settle-service.js';
