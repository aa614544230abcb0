import { Controller, Get, Inject, Res } from '@nestjs/common';
import { answerHealth, type HealthAnswer, type HealthCheck } from './health.js';
import type { Log } from '../logging/index.js';

/** What the health addresses ask; provided by `healthModule`. */
export interface HealthSettings {
  readonly checks: readonly HealthCheck[];
  readonly log: Log;
}

export const HEALTH_SETTINGS = Symbol('HealthSettings');

interface Answering {
  status(code: number): unknown;
  setHeader(name: string, value: string): unknown;
}

/** `GET /health/live`: the process answers. `GET /health/ready`: it can serve; 503 with the failed checks otherwise. */
@Controller('health')
export class HealthController {
  constructor(@Inject(HEALTH_SETTINGS) private readonly settings: HealthSettings) {}

  @Get('live')
  live(@Res({ passthrough: true }) response: Answering): { status: 'ok' } {
    response.setHeader('cache-control', 'no-store');
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Answering): Promise<HealthAnswer> {
    const answer = await answerHealth(this.settings.checks, this.settings.log);
    response.setHeader('cache-control', 'no-store');
    response.status(answer.status === 'ok' ? 200 : 503);
    return answer;
  }
}
