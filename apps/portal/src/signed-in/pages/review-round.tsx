import '@ketenregie/reviews-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { readRoundSearch, RoundPage } from '@ketenregie/reviews-portal';
import type { PageOf } from '../page-of.js';

export function ReviewRound({ portal, params, search, onSearch }: PageOf) {
  const roundId = params['round'] ?? '';
  return <RoundPage key={roundId} portal={portal} roundId={roundId} search={readRoundSearch(search)} onSearch={onSearch} />;
}
