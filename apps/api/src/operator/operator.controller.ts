import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Language } from '@ketenregie/messages';
import { type InstallationHealth, operatorJson } from '@ketenregie/notices-server';
import { pagePolicy } from '@ketenregie/platform/http';
import type { Request, Response } from 'express';
import { renderLockedPage, renderOperatorPage } from './operator-page.js';

/** What the operator's page asks. Without a key there is no such page. */
export interface OperatorSettings {
  readonly key: string | null;
  health(): Promise<InstallationHealth>;
}

export const OPERATOR_SETTINGS = Symbol('OperatorSettings');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether the password of basic authentication is the key; takes as long for a wrong one. */
function isKey(header: string | undefined, key: string): boolean {
  const [scheme = '', encoded = ''] = (header ?? '').split(' ');
  const password = Buffer.from(encoded, 'base64').toString('utf8').split(':').slice(1).join(':');
  return timingSafeEqual(digest(password), digest(key)) && scheme.toLowerCase() === 'basic';
}

const isProgram = (request: Request): boolean => request.accepts(['html', 'json']) === 'json';
const languageOf = (request: Request): Language => (request.acceptsLanguages('nl', 'en') === 'en' ? 'en' : 'nl');

function sendPage(response: Response, page: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', pagePolicy(page));
  response.send(page);
}

/**
 * How the installation is, for who runs it and is a member of no office: numbers of all tenants together. A browser asks for the key by itself; a
 * program that accepts JSON gets JSON. It only reads.
 */
@Controller('operator')
export class OperatorController {
  constructor(@Inject(OPERATOR_SETTINGS) private readonly settings: OperatorSettings) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { key } = this.settings;
    response.setHeader('cache-control', 'no-store');
    if (key === null) return void response.status(404).json({ code: 'NOT_FOUND' });
    if (!isKey(request.get('authorization'), key)) {
      response.setHeader('www-authenticate', 'Basic realm="Ketenregie operator", charset="UTF-8"');
      response.status(401);
      if (isProgram(request)) return void response.json({ code: 'UNAUTHENTICATED' });
      return sendPage(response, renderLockedPage(languageOf(request)));
    }
    const health = await this.settings.health();
    if (isProgram(request)) return void response.json(operatorJson(health));
    sendPage(response, renderOperatorPage(health, languageOf(request)));
  }
}
