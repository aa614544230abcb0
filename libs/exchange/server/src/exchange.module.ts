import { Module } from '@nestjs/common';
import { ExportController } from './exports/export.controller.js';
import { ImportFieldsResolver, ImportsResolver } from './imports.resolver.js';
import { IncomingFiles } from './incoming-files.js';
import { UploadController } from './upload.controller.js';

@Module({ controllers: [UploadController, ExportController], providers: [IncomingFiles, ImportsResolver, ImportFieldsResolver] })
export class ExchangeModule {}
