import { Module } from '@nestjs/common';
import { CompaniesResolver } from './companies.resolver.js';

@Module({ providers: [CompaniesResolver] })
export class CompaniesModule {}
