import { Controller, Get, HttpCode, Param, Post, Redirect } from '@nestjs/common';
import { TenantDb } from '@ketenregie/platform/db';
import { stopDigests } from './digest-settings.js';

/** One click in the mail program ends the digests (RFC 8058). A GET decides nothing: scanners follow links. */
@Controller('mail/overzicht-stoppen')
export class StopDigestsController {
  constructor(private readonly db: TenantDb) {}

  @Post(':token')
  @HttpCode(204)
  async stop(@Param('token') token: string): Promise<void> {
    await stopDigests(this.db, token);
  }

  /** A person who opens the link: to the portal, where he signs in and decides. */
  @Get(':token')
  @Redirect('/', 303)
  open(): void {
    return undefined;
  }
}
