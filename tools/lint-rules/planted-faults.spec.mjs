// Every rule of the lint against a fault planted for it, with a twin that passes: a rule that is switched on may still see nothing.
import configuration from '../../eslint.config.mjs';
import { rulesAgainst, rulesAgainstTyped } from './lint-text.mjs';

const lines = (count) => `export const first = 1;\n${'// line\n'.repeat(count - 1)}`;
const longFunction = (count) => `export function long(): void {\n${'  call();\n'.repeat(count - 2)}}\ndeclare function call(): void;\n`;
const classWith = (count) => `export class Parts { constructor(${Array.from({ length: count }, (_, index) => `readonly part${index}: string`).join(', ')}) {} }`;

const DOMAIN = 'libs/people/domain/src/planted.ts';
const SERVER = 'libs/people/server/src/planted.ts';
const CLI = 'apps/cli/src/planted.ts';

// name, rule, [path, text] that is refused, [path, text] that passes
const FAULTS = [
  ['a domain that imports the platform', 'ketenregie/layer-order', [DOMAIN, "import '@ketenregie/platform/db';"], [SERVER, "import '@ketenregie/platform/db';"]],
  ['a domain that imports its own server', 'ketenregie/layer-order', [DOMAIN, "import '@ketenregie/people-server';"], [SERVER, "import '@ketenregie/people-domain';"]],
  ['a domain that imports a feature to its right', 'ketenregie/layer-order', [DOMAIN, "import '@ketenregie/access-domain';"], [DOMAIN, "import '@ketenregie/tenants-domain';"]],
  ['a server that imports a feature to its right', 'ketenregie/layer-order', [SERVER, "import '@ketenregie/access-server';"], [SERVER, "import '@ketenregie/tenants-server';"]],
  ['a kernel that imports anything', 'ketenregie/layer-order', ['libs/kernel/src/planted.ts', "import '@ketenregie/people-domain';"], ['libs/kernel/src/planted.ts', "import './ids.js';"]],
  ['a platform that imports a feature', 'ketenregie/layer-order', ['libs/platform/src/db/planted.ts', "import '@ketenregie/people-domain';"], ['libs/platform/src/db/planted.ts', "import '@ketenregie/kernel';"]],
  ...['@nestjs/common', 'typeorm', 'bullmq', 'graphql', 'react', 'node:fs', 'fs/promises'].map((name) => [
    `a domain that uses ${name}`,
    'ketenregie/layer-order',
    [DOMAIN, `import { part } from '${name}';\nexport const used = part;`],
    [DOMAIN, "import { part } from './part.js';\nexport const used = part;"],
  ]),
  ['a type import that a domain may not have', 'ketenregie/layer-order', [DOMAIN, "export type Row = import('typeorm').ObjectLiteral;"], [DOMAIN, "export type Row = import('./row.js').Row;"]],
  ['a server that uses React', 'ketenregie/layer-order', [SERVER, "import 'react';"], [SERVER, "import '@nestjs/common';"]],
  ['a domain spec that uses a test library', 'ketenregie/layer-order', [DOMAIN, "import 'fast-check';"], ['libs/people/domain/src/planted.spec.ts', "import 'fast-check';"]],
  ['a portal that uses node', 'ketenregie/layer-order', ['apps/portal/src/planted.ts', "import 'node:fs';"], ['apps/portal/test/planted.ts', "import 'node:fs';"]],
  ['a domain that uses the browser of tests', 'ketenregie/layer-order', ['libs/people/domain/src/planted.ts', "import 'playwright-core';"], ['apps/portal/test/planted.browser-spec.ts', "import 'playwright-core';"]],

  ['a relative path into another project', 'ketenregie/one-way-in', [SERVER, "import '../../domain/src/means.js';"], [SERVER, "import './means.js';"]],
  ['a deep path into another project', 'ketenregie/one-way-in', [SERVER, "import '@ketenregie/people-domain/means';"], [SERVER, "import '@ketenregie/people-domain';"]],
  ['a deep path into the platform', 'ketenregie/one-way-in', [SERVER, "import '@ketenregie/platform/db/tenant-db';"], [SERVER, "import '@ketenregie/platform/db';"]],
  ['a project that package.json does not list', 'ketenregie/one-way-in', [DOMAIN, "import '@ketenregie/access-domain';"], [DOMAIN, "import '@ketenregie/kernel';"]],
  ['a project that does not exist', 'ketenregie/one-way-in', [DOMAIN, "import '@ketenregie/kernal';"], [DOMAIN, "import '@ketenregie/kernel';"]],
  ['a project that imports itself by name', 'ketenregie/one-way-in', [DOMAIN, "import '@ketenregie/people-domain';"], [DOMAIN, "import './means.js';"]],
  ['test code in the product', 'ketenregie/one-way-in', [SERVER, "import '@ketenregie/platform/testing';"], ['libs/people/server/src/planted.db-spec.ts', "import '@ketenregie/platform/testing';"]],
  ['a dynamic import that leaves the project', 'ketenregie/one-way-in', [CLI, "export const load = () => import('../../api/src/main.js');"], [CLI, "export const load = () => import('./main.js');"]],

  ...['DataSource', 'EntityManager', 'Repository', 'getRepository'].map((name) => [
    `${name} outside the door`,
    'ketenregie/one-door',
    [SERVER, `import { ${name} } from 'typeorm';\nexport const used = ${name};`],
    [SERVER, "import { Entity } from 'typeorm';\nexport const used = Entity;"],
  ]),
  ['all of TypeORM under one name', 'ketenregie/one-door', [SERVER, "import * as orm from 'typeorm';\nexport const used = orm;"], ['libs/platform/src/db/planted.ts', "import * as orm from 'typeorm';\nexport const used = orm;"]],
  ['an injected repository', 'ketenregie/one-door', [SERVER, "import { InjectRepository } from '@nestjs/typeorm';\nexport const used = InjectRepository;"], [SERVER, "import { Injectable } from '@nestjs/common';\nexport const used = Injectable;"]],
  ['the pg package', 'ketenregie/one-door', [CLI, "import { Pool } from 'pg';\nexport const used = Pool;"], ['libs/platform/src/testing/planted.ts', "import { Pool } from 'pg';\nexport const used = Pool;"]],
  ['the pg package in the rest of the platform', 'ketenregie/one-door', ['libs/platform/src/mail/planted.ts', "import 'pg';"], ['libs/platform/src/postgres/planted.ts', "import 'pg';"]],
  ['TypeORM in the launcher', 'ketenregie/one-door', ['libs/platform/src/postgres/planted.ts', "import { DataSource } from 'typeorm';\nexport const used = DataSource;"], ['libs/platform/src/postgres/planted.ts', "import 'pg';"]],
  ['the launcher in a feature', 'ketenregie/one-door', [SERVER, "import '@ketenregie/platform/postgres';"], [CLI, "import '@ketenregie/platform/postgres';"]],
  ['save()', 'ketenregie/one-door', [SERVER, 'declare const rows: { save(): void };\nrows.save();'], [SERVER, 'declare const rows: { insert(): void };\nrows.insert();']],
  ['a raw manager', 'ketenregie/one-door', [SERVER, 'declare const runner: { manager: string };\nexport const used = runner.manager;'], [SERVER, 'declare const runner: { reader: string };\nexport const used = runner.reader;']],
  ['a query runner outside migrations', 'ketenregie/one-door', [SERVER, "import { type QueryRunner } from 'typeorm';\nexport type Used = QueryRunner;"], ['libs/people/server/src/migrations/0001-people.ts', "import { type QueryRunner } from 'typeorm';\nexport type Used = QueryRunner;"]],

  ['a BullMQ queue outside the jobs', 'ketenregie/one-queue', [SERVER, "import { Queue } from 'bullmq';\nexport const used = Queue;"], ['libs/platform/src/jobs/planted.ts', "import { Queue } from 'bullmq';\nexport const used = Queue;"]],
  ['finished jobs removed by count', 'ketenregie/one-queue', ['libs/platform/src/jobs/planted.ts', 'export const options = { removeOnComplete: { count: 1000 } };'], ['libs/platform/src/jobs/planted.ts', 'export const options = { removeOnComplete: { age: 3600 } };']],
  ['finished jobs removed by a number', 'ketenregie/one-queue', ['libs/platform/src/jobs/planted.ts', 'export const options = { removeOnFail: 1000 };'], ['libs/platform/src/jobs/planted.ts', 'export const options = { removeOnFail: true };']],

  ...['new Date()', 'Date.now()', 'performance.now()'].flatMap((call) => [
    [`${call} in a domain`, 'ketenregie/clock-passed-in', [DOMAIN, `export const now = ${call};`], [DOMAIN, 'export const first = new Date(0);']],
    [`${call} in a use case`, 'ketenregie/clock-passed-in', [SERVER, `export const now = ${call};`], ['libs/people/server/src/planted.db-spec.ts', `export const now = ${call};`]],
    [`${call} in the kernel`, 'ketenregie/clock-passed-in', ['libs/kernel/src/planted.ts', `export const now = ${call};`], ['libs/kernel/src/clock.ts', `export const now = ${call};`]],
  ]),

  ['a file of 251 lines', 'max-lines', [DOMAIN, lines(251)], [DOMAIN, lines(250)]],
  ['a spec of 401 lines', 'max-lines', ['libs/people/domain/src/planted.spec.ts', lines(401)], ['libs/people/domain/src/planted.spec.ts', lines(400)]],
  ['a long file that is no migration', 'max-lines', [SERVER, lines(300)], ['libs/people/server/src/migrations/0001-people.ts', lines(300)]],
  ['a function of 51 lines', 'max-lines-per-function', [DOMAIN, longFunction(51)], [DOMAIN, longFunction(50)]],
  ['a function of four parameters', 'ketenregie/few-parameters', [DOMAIN, 'export const all = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d];'], [DOMAIN, 'export const all = (a: 1, b: 1, c: 1) => [a, b, c];']],
  ['a constructor of six parameters', 'ketenregie/few-parameters', [SERVER, classWith(6)], [SERVER, classWith(5)]],

  ['any', '@typescript-eslint/no-explicit-any', [DOMAIN, 'export const part: any = 1;'], [DOMAIN, 'export const part: unknown = 1;']],
  ['a type imported as a value', '@typescript-eslint/consistent-type-imports', [DOMAIN, "import { Means } from './means.js';\nexport type Own = Means;"], [DOMAIN, "import { type Means } from './means.js';\nexport type Own = Means;"]],
  ['an ignored compiler error', '@typescript-eslint/ban-ts-comment', [DOMAIN, '// @ts-ignore\nexport const part = 1;'], [DOMAIN, '// @ts-expect-error: the library types this as text\nexport const part = 1;']],
  ['an expected compiler error without its reason', '@typescript-eslint/ban-ts-comment', [DOMAIN, '// @ts-expect-error\nexport const part = 1;'], [DOMAIN, 'export const part = 1;']],
  ['a non-null assertion', '@typescript-eslint/no-non-null-assertion', [DOMAIN, 'export const own = (part: { name: string } | null) => part!.name;'], [DOMAIN, 'export const own = (part: { name: string } | null) => part?.name;']],
  ['an unused name', '@typescript-eslint/no-unused-vars', [DOMAIN, 'const part = 1;\nexport {};'], [DOMAIN, 'const part = 1;\nexport { part };']],
  ['a forwardRef', 'ketenregie/no-forward-ref', [SERVER, "import { forwardRef } from '@nestjs/common';\nexport const used = forwardRef;"], [SERVER, "import { Inject } from '@nestjs/common';\nexport const used = Inject;"]],
  ['loose equality', 'eqeqeq', [DOMAIN, 'export const same = (a: string, b: string) => a == b;'], [DOMAIN, 'export const same = (a: string, b: string) => a === b;']],

  ['a debugger', 'no-debugger', [DOMAIN, 'debugger;\nexport {};'], [DOMAIN, 'export {};']],
  ['an empty block', 'no-empty', [DOMAIN, 'export const run = () => { try { run(); } catch {} };'], [DOMAIN, 'export const run = (): void => run();']],
  ['a case that falls through', 'no-fallthrough', [DOMAIN, 'export const run = (a: number): void => { switch (a) { case 1: run(2); default: run(3); } };'], [DOMAIN, 'export const run = (a: number): void => { switch (a) { case 1: default: run(3); } };']],
  ['code after a return', 'no-unreachable', [DOMAIN, 'export function run(): number { return 1; run(); }'], [DOMAIN, 'export function run(): number { return 1; }']],
  ['a var', 'no-var', [DOMAIN, 'export var part = 1;'], [DOMAIN, 'export const part = 1;']],
  ['a let that never changes', 'prefer-const', [DOMAIN, 'export function run(): number { let part = 1; return part; }'], [DOMAIN, 'export function run(): number { const part = 1; return part; }']],
  ['a require', '@typescript-eslint/no-require-imports', [CLI, "export const part = require('./part.js');"], [CLI, "export { part } from './part.js';"]],

  ['a file in camelCase', 'ketenregie/plain-names', ['libs/people/domain/src/meansOfPerson.ts', 'export {};'], ['libs/people/domain/src/means-of-person.policy.ts', 'export {};']],
  ...['utils', 'helpers', 'common', 'dto'].map((folder) => [`a folder named ${folder}`, 'ketenregie/plain-names', [`libs/people/server/src/${folder}/person.ts`, 'export {};'], ['libs/people/server/src/letters/person.ts', 'export {};']]),
  ['a component in index.tsx', 'ketenregie/plain-names', ['libs/people/portal/src/index.tsx', 'export {};'], ['libs/people/portal/src/index.ts', 'export {};']],
  ['an I prefix', 'ketenregie/plain-names', [DOMAIN, 'export interface IPerson { readonly name: string }'], [DOMAIN, 'export interface Identity { readonly name: string }']],
  ['a class named Helper', 'ketenregie/plain-names', [SERVER, 'export class PersonHelper {}'], [SERVER, 'export class PersonReader {}']],

  ...['it.only', 'it.skip', 'it.todo', 'describe.only', 'it.concurrent.only', 'fit', 'xdescribe'].map((call) => [
    call,
    'ketenregie/whole-suite',
    ['libs/people/domain/src/planted.spec.ts', `${call}('holds', () => {});`],
    ['libs/people/domain/src/planted.spec.ts', "it.each([1])('holds', () => {});"],
  ]),
];

it.each(FAULTS)('refuses %s', (_name, rule, [path, text]) => {
  expect(rulesAgainst(text, path)).toContain(rule);
});

it.each(FAULTS)('lets the right one through: %s', (_name, rule, _refused, [path, text]) => {
  expect(rulesAgainst(text, path)).toEqual([]);
});

it('keeps a class that a decorated constructor injects as a value', () => {
  const text = "import { Injectable } from '@nestjs/common';\nimport { PersonReader } from './person-reader.js';\n@Injectable()\nexport class People { constructor(private readonly reader: PersonReader) {} }";
  expect(rulesAgainst(text, SERVER)).toEqual([]);
});

const TYPED_FAULTS = [
  ['a promise that nobody awaits', '@typescript-eslint/no-floating-promises', 'declare function write(): Promise<void>;\nwrite();', 'declare function write(): Promise<void>;\nawait write();'],
  ['a promise where a truth is asked', '@typescript-eslint/no-misused-promises', 'declare function may(): Promise<boolean>;\nexport const x = may() ? 1 : 2;', 'declare function may(): boolean;\nexport const x = may() ? 1 : 2;'],
  ['an await of no promise', '@typescript-eslint/await-thenable', 'export const x = await 1;', 'export const x = await Promise.resolve(1);'],
  ['a thrown text', '@typescript-eslint/only-throw-error', "throw 'refused';", "throw new Error('refused');"],
  [
    'a switch that forgets a case',
    '@typescript-eslint/switch-exhaustiveness-check',
    "declare const state: 'open' | 'closed';\nswitch (state) {\n  case 'open':\n    break;\n}\nexport {};",
    "declare const state: 'open' | 'closed';\nswitch (state) {\n  case 'open':\n    break;\n  case 'closed':\n    break;\n}\nexport {};",
  ],
];

describe('with types', () => {
  const typedRulesAgainst = (text) => rulesAgainstTyped(text, 'tools/lint-rules/typed-fixture/subject.ts', 'tools/lint-rules/typed-fixture/tsconfig.json');

  it.each(TYPED_FAULTS)('refuses %s', (_name, rule, text) => {
    expect(typedRulesAgainst(text)).toContain(rule);
  });

  it.each(TYPED_FAULTS)('lets the right one through: %s', (_name, _rule, _refused, text) => {
    expect(typedRulesAgainst(text)).toEqual([]);
  });
});

it('has a planted fault for every rule that is switched on', () => {
  const isOn = (setting) => setting !== 'off' && setting[0] !== 'off';
  const switchedOn = configuration.flatMap(({ rules = {} }) => Object.keys(rules).filter((id) => isOn(rules[id])));
  const planted = [...FAULTS, ...TYPED_FAULTS].map(([, rule]) => rule);
  expect(switchedOn.filter((id) => !planted.includes(id))).toEqual([]);
});
