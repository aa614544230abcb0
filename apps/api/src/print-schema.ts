import 'reflect-metadata';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { printSchema } from 'graphql';
import { clockStandingAt } from '@ketenregie/kernel';
import { TenantDb } from '@ketenregie/platform/db';
import { silentLog } from '@ketenregie/platform/logging';
import { createApp } from './create-app.js';

/** Prints the schema that the code declares; no database is asked. The gate compares it with the committed schema.graphql. */
const noDatabase = Object.create(TenantDb.prototype) as TenantDb;
const app = await createApp({ db: noDatabase, clock: clockStandingAt('2026-01-01T00:00:00Z'), log: silentLog, isProduction: true, publicUrl: 'https://localhost', health: [] });
await app.init();
process.stdout.write(`${printSchema(app.get(GraphQLSchemaHost).schema)}\n`);
await app.close();
