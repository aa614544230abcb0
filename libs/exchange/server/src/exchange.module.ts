import { Module } from '@nestjs/common';
import { ImportFieldsResolver, ImportsResolver } from './imports.resolver.js';
import { UploadController } from './upload.controller.js';

@Module({ controllers: [UploadController], providers: [ImportsResolver, ImportFieldsResolver] })
export class ExchangeModule {}
