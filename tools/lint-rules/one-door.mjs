// The database has one door, TenantDb: it sets the tenant's scope in each transaction. What goes round it is unscoped, so it is refused.
import { isTestCode, onEachImport, packageOf, projectOf } from './workspace.mjs';

const messages = {
  launcher: 'Only apps and tests reach the launcher of the database server; a feature reaches its rows through TenantDb.',
  name: 'Reach the database through TenantDb (@ketenregie/platform/db), not through {{name}}: it knows no tenant.',
  package: 'Only the platform speaks to the package {{name}}.',
  save: 'No save(): with composite keys it turns an update into an insert. Use insert or update by criteria.',
  manager: 'No raw manager: it is outside the tenant transaction. Use TenantDb.',
};

const TYPEORM_PACKAGES = ['typeorm', '@nestjs/typeorm'];
const CLOSED_PACKAGES = ['pg', 'pg-copy-streams', 'pg-pool'];
const ROUND_THE_DOOR = new Set([
  ...['*', 'default', 'DataSource', 'EntityManager', 'Repository', 'BaseEntity', 'QueryRunner'],
  ...['getRepository', 'getManager', 'getConnection', 'getDataSource', 'createConnection', 'TypeOrmModule'],
  ...['InjectRepository', 'InjectDataSource', 'InjectEntityManager', 'getRepositoryToken', 'getDataSourceToken', 'getEntityManagerToken'],
]);

/** Migrations receive a QueryRunner from TypeORM itself. */
const isMigration = (filename) => /[\\/]migrations[\\/]/.test(filename);

export default {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { mayConnect: { type: 'boolean' } }, additionalProperties: false }],
    defaultOptions: [{ mayConnect: false }],
    messages,
  },
  create(context) {
    const [{ mayConnect }] = context.options;
    const isApp = projectOf(context.cwd, context.filename)?.tags.includes('layer:app') ?? false;
    const isLauncher = (specifier) => specifier === '@ketenregie/platform/postgres' && !isApp && !isTestCode(context.filename);
    const isRefused = (name) => ROUND_THE_DOOR.has(name) && !(name === 'QueryRunner' && isMigration(context.filename));
    const onImport = onEachImport(({ source, specifier, names }) => {
      const name = packageOf(specifier);
      if (isLauncher(specifier)) context.report({ node: source, messageId: 'launcher' });
      if (CLOSED_PACKAGES.includes(name) && !mayConnect) context.report({ node: source, messageId: 'package', data: { name } });
      if (!TYPEORM_PACKAGES.includes(name)) return;
      for (const taken of names.filter(isRefused)) context.report({ node: source, messageId: 'name', data: { name: taken === '*' ? specifier : taken } });
    });
    return {
      ...onImport,
      'CallExpression > MemberExpression.callee[property.name="save"]': (node) => context.report({ node: node.property, messageId: 'save' }),
      'MemberExpression[computed=false][property.name="manager"]': (node) => context.report({ node: node.property, messageId: 'manager' }),
    };
  },
};
