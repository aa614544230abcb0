import { Module } from '@nestjs/common';
import { CatalogueFieldsResolver, CatalogueResolver } from './catalogue.resolver.js';

@Module({ providers: [CatalogueResolver, CatalogueFieldsResolver] })
export class CatalogueModule {}
