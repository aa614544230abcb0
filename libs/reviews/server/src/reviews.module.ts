import { Module } from '@nestjs/common';
import { ReviewActsResolver, ReviewDecisionsResolver, ReviewLinesResolver } from './lines.resolver.js';
import { ReviewReportController } from './report.controller.js';
import { ReviewerProgressResolver, ReviewProgrammesResolver, ReviewRoundsResolver } from './rounds.resolver.js';

@Module({
  controllers: [ReviewReportController],
  providers: [ReviewProgrammesResolver, ReviewRoundsResolver, ReviewerProgressResolver, ReviewLinesResolver, ReviewActsResolver, ReviewDecisionsResolver],
})
export class ReviewsModule {}
