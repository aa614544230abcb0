import { type DynamicModule, Module } from '@nestjs/common';
import { MAILBOX_FOLDER, MailboxController } from './mailbox.controller.js';

/** The built-in mailbox to read; a part of demonstrations only. */
@Module({})
export class MailboxModule {
  static of(dataDir: string): DynamicModule {
    return { module: MailboxModule, controllers: [MailboxController], providers: [{ provide: MAILBOX_FOLDER, useValue: dataDir }] };
  }
}
