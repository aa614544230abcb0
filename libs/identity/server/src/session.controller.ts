import { Body, Controller, Delete, Get, HttpException, Inject, Post, Req, Res } from '@nestjs/common';
import { type Clock, DomainError } from '@ketenregie/kernel';
import { TenantDb } from '@ketenregie/platform/db';
import { isOfOtherSite } from '@ketenregie/platform/http';
import type { Request, Response } from 'express';
import { accountLogin } from './accounts.js';
import { type ViewerCard, viewerCard } from './viewer-card.js';
import { type SessionCookie, cookieGone, cookieOf, readCookie } from './session-cookie.js';
import { endSession, findSession } from './sessions.js';
import { signIn } from './sign-in.js';

/** Under what the cookie's settings are injected. */
export const SESSION_COOKIE = Symbol('session-cookie');

/** Under what the product's clock is injected here: which day it is in each tenant. */
export const SESSION_CLOCK = Symbol('session-clock');

/** Under what is injected whether there is a built-in mailbox to read. */
export const HAS_MAILBOX = Symbol('has-mailbox');

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, TOO_MANY_ATTEMPTS: 429, CROSS_SITE: 403, INVALID_INPUT: 400 };

function refuse(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  throw new HttpException({ code: error.code, message: error.message }, STATUS[error.code] ?? 400);
}

/** Another site's page cannot send JSON to us without asking first, and a browser says where a request comes from; both are checked. */
function assertSameSite(request: Request): void {
  if (isOfOtherSite(request) || request.get('content-type')?.startsWith('application/json') !== true) throw new DomainError('CROSS_SITE', 'Sign in from the product’s own page.');
}

interface Credentials {
  readonly email?: unknown;
  readonly password?: unknown;
}

/** Signing in and out. The session is a cookie that scripts cannot read. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly db: TenantDb,
    @Inject(SESSION_COOKIE) private readonly cookie: SessionCookie,
    @Inject(SESSION_CLOCK) private readonly clock: Clock,
    @Inject(HAS_MAILBOX) private readonly hasMailbox: boolean,
  ) {}

  @Get()
  async read(@Req() request: Request, @Res() response: Response): Promise<void> {
    const token = readCookie(request.headers.cookie, this.cookie.name);
    const session = token === null ? null : await findSession(this.db, token);
    // An account that was blocked is to its own browser as if nobody were signed in.
    const card = session === null || (await accountLogin(this.db, session.accountId)) === null ? null : await this.cardOf(session.accountId);
    response.setHeader('cache-control', 'no-store');
    if (card === null) response.status(204).end();
    else response.json(card);
  }

  @Post()
  async signIn(@Body() { email, password }: Credentials = {}, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<ViewerCard> {
    try {
      assertSameSite(request);
      if (typeof email !== 'string' || typeof password !== 'string' || email.length > 320) throw new DomainError('INVALID_INPUT', 'Give an address and a password.');
      const { token, accountId } = await signIn(this.db, { login: email, password, address: request.ip ?? '' });
      // The browser forgets the session it had: nobody else keeps it either.
      await this.endSessionOf(request);
      response.status(200).setHeader('set-cookie', cookieOf(this.cookie, token));
      response.setHeader('cache-control', 'no-store');
      return await this.cardOf(accountId);
    } catch (error) {
      return refuse(error);
    }
  }

  @Delete()
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    try {
      assertSameSite(request);
    } catch (error) {
      refuse(error);
    }
    await this.endSessionOf(request);
    response.setHeader('set-cookie', cookieGone(this.cookie));
    // What the browser kept of the office goes with the session.
    response.setHeader('clear-site-data', '"cache"');
    response.status(204).end();
  }

  private async endSessionOf(request: Request): Promise<void> {
    const token = readCookie(request.headers.cookie, this.cookie.name);
    const session = token === null ? null : await findSession(this.db, token);
    if (session !== null) await endSession(this.db, session);
  }

  private async cardOf(accountId: string): Promise<ViewerCard> {
    return { ...(await viewerCard(this.db, this.clock, accountId)), hasMailbox: this.hasMailbox };
  }
}
