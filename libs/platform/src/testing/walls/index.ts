export { checkWalls } from './check-walls.js';
export { type Catalogue, type CatalogueColumn, type CatalogueForeignKey, clientColumnOf, isTenantTable, readCatalogue } from './catalogue.js';
export { WALL_EXCEPTIONS, type WallException } from './exceptions.js';
export { type Finding, type WallRule, WALL_RULES } from './finding.js';
export { type FixtureRow, type FixtureTenant, freshCopy, insertSql } from './fixture-rows.js';
export { type TenantWorld, plantTwoTenants } from './two-tenants.js';
