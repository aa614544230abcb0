import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { exampleAccounts, notedExamples } from '@ketenregie/identity-server';
import { TenantDb } from '@ketenregie/platform/db';
import { assertOwnSite, refuse } from '@ketenregie/platform/http';
import type { Request, Response } from 'express';

/** Under what the data folder of a demonstration is injected; null in every other installation. */
export const EXAMPLES_FOLDER = Symbol('examples-folder');

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** Whether who asks sits at the machine itself: the password of the examples is printed there, and is told nobody else. */
function isAtThisMachine(request: Request): boolean {
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return (address === '::1' || address.startsWith('127.')) && FORWARDED.every((header) => request.get(header) === undefined);
}

/** With which accounts one may look around, for the door of a demonstration. Everywhere else there is nothing to say, and it asks nothing. */
@Controller('session/examples')
export class ExamplesController {
  constructor(
    private readonly db: TenantDb,
    @Inject(EXAMPLES_FOLDER) private readonly folder: string | null,
  ) {}

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    try {
      assertOwnSite(request);
    } catch (error) {
      refuse(error);
    }
    response.setHeader('cache-control', 'no-store');
    const noted = this.folder === null || !isAtThisMachine(request) ? null : notedExamples(this.folder);
    const accounts = noted === null ? [] : await exampleAccounts(this.db, noted.logins);
    if (noted === null || accounts.length === 0) response.status(204).end();
    else response.json({ password: noted.password, accounts });
  }
}
