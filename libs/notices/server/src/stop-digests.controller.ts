import { Controller, HttpCode, NotFoundException, Param, Post } from '@nestjs/common';
import { TenantDb } from '@ketenregie/platform/db';
import { stopDigests } from './digest-settings.js';

/**
 * One click in the mail program ends the digests (RFC 8058), and so does the button of the portal's page at the same address. A GET decides nothing:
 * scanners follow links, so it is that page which a browser gets.
 */
@Controller('mail/overzicht-stoppen')
export class StopDigestsController {
  constructor(private readonly db: TenantDb) {}

  @Post(':token')
  @HttpCode(204)
  async stop(@Param('token') token: string): Promise<void> {
    if (!(await stopDigests(this.db, token))) throw new NotFoundException({ code: 'NOT_FOUND', message: 'This link belongs to no digest.' });
  }
}
