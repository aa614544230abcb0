import { Controller, Get, Req, Res } from '@nestjs/common';
import { readId } from '@ketenregie/kernel';
import { isLanguage } from '@ketenregie/messages';
import { TenantDb } from '@ketenregie/platform/db';
import { answerLink, type OperationContext, RequestOperations } from '@ketenregie/platform/graphql';
import { pagePolicy } from '@ketenregie/platform/http';
import { RoundNotOpenError } from '@ketenregie/reviews-domain';
import type { Request, Response } from 'express';
import { renderRoundReport } from './report/render-round-report.js';
import { roundReport } from './round-report.js';

/** The report of a round as a page to print. */
@Controller('reports')
export class ReviewReportController {
  constructor(
    private readonly db: TenantDb,
    private readonly operations: RequestOperations,
  ) {}

  @Get('review-rounds/:id')
  async print(@Req() request: Request<{ id: string }>, @Res() response: Response): Promise<void> {
    await answerLink(this.operations, request, async (operation) => {
      const page = await this.page(operation, request.params.id, request.query['language']);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', pagePolicy(page));
      response.setHeader('cache-control', 'no-store');
      response.send(page);
    });
  }

  /** Asks the roles, and writes what leaves to the log before it does. In the language that is asked for, else the viewer's own. */
  private async page(operation: OperationContext, typed: string, asked: unknown): Promise<string> {
    operation.assertMay('review.see');
    const { scope, language } = operation.viewer;
    const report = await roundReport(operation.reader, readId(typed, 'id'), scope);
    const { id, state, query } = report.round;
    if (state === 'planned' || state === 'making') throw new RoundNotOpenError(state);
    await this.db.write(scope, (writer) =>
      writer.audit({ action: 'review-round.report-made', objectKind: 'review-round', objectId: id, ...(query.clientId === null ? {} : { clientId: query.clientId }), payload: { isWhole: report.isWhole } }),
    );
    return renderRoundReport(report, isLanguage(asked) ? asked : language);
  }
}
