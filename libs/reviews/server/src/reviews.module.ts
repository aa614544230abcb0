import { Module } from '@nestjs/common';
import { ReviewLinesResolver } from './lines.resolver.js';
import { ReviewProgrammesResolver, ReviewRoundsResolver } from './rounds.resolver.js';

@Module({ providers: [ReviewProgrammesResolver, ReviewRoundsResolver, ReviewLinesResolver] })
export class ReviewsModule {}
