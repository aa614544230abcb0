import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { accountLogin } from '@ketenregie/identity-server';
import { DomainError, NotFoundError } from '@ketenregie/kernel';
import { TenantDb } from '@ketenregie/platform/db';
import { RequestOperations } from '@ketenregie/platform/graphql';
import { assertOwnSite, refuse } from '@ketenregie/platform/http';
import { deliveriesTo, deliveryTo, readMail, readMailHead } from '@ketenregie/platform/mail';
import type { Request, Response } from 'express';

/** Under what the data folder of the built-in mailbox is injected. */
export const MAILBOX_FOLDER = Symbol('mailbox-folder');

/**
 * A mail is somebody else's page: it runs no script, loads nothing, sends nothing, and stands in nobody's frame but ours. Its links open a window of
 * their own, as in a mail program.
 */
const MAIL_POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

const LINKS_ELSEWHERE = '<base target="_blank">';

type OneMail = Request<{ name: string }>;

/** The built-in mailbox, in demonstrations alone: everybody reads what was sent to his own address, and nothing else. */
@Controller('mailbox/messages')
export class MailboxController {
  constructor(
    private readonly db: TenantDb,
    private readonly operations: RequestOperations,
    @Inject(MAILBOX_FOLDER) private readonly dataDir: string,
  ) {}

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer(request, response, async (login) => {
      const mails = await deliveriesTo(this.dataDir, login);
      const messages = await Promise.all(mails.map(async ({ name, receivedAt, content }) => ({ name, receivedAt, ...(await readMailHead(content)) })));
      response.json({ address: login, messages });
    });
  }

  @Get(':name')
  async one(@Req() request: OneMail, @Res() response: Response): Promise<void> {
    await this.answer(request, response, async (login) => {
      const { html, ...mail } = await readMail(await this.own(login, request.params.name));
      response.json({ name: request.params.name, ...mail, hasHtml: html !== null });
    });
  }

  @Get(':name/html')
  async html(@Req() request: OneMail, @Res() response: Response): Promise<void> {
    await this.answer(request, response, async (login) => {
      const { html } = await readMail(await this.own(login, request.params.name));
      if (html === null) throw new NotFoundError('The page of the message');
      response.setHeader('content-security-policy', MAIL_POLICY);
      response.setHeader('x-frame-options', 'SAMEORIGIN');
      response.type('html').send(/<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => `${head}${LINKS_ELSEWHERE}`) : `${LINKS_ELSEWHERE}${html}`);
    });
  }

  @Get(':name/eml')
  async file(@Req() request: OneMail, @Res() response: Response): Promise<void> {
    await this.answer(request, response, async (login) => {
      const content = await this.own(login, request.params.name);
      response.attachment(request.params.name).type('message/rfc822').send(content);
    });
  }

  private async own(login: string, name: string): Promise<Buffer> {
    const content = await deliveryTo(this.dataDir, login, name);
    if (content === null) throw new NotFoundError('The message');
    return content;
  }

  private async answer(request: Request, response: Response, work: (login: string) => Promise<void>): Promise<void> {
    try {
      assertOwnSite(request);
      const { account } = await this.operations.operationOf(request);
      const login = await accountLogin(this.db, account.accountId);
      if (login === null) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
      response.setHeader('cache-control', 'no-store');
      await work(login);
    } catch (error) {
      refuse(error);
    }
  }
}
