export { ReviewsPage } from './reviews-page.js';
export type { ReviewsPageProps } from './reviews-page.js';
export { RoundPage } from './round/round-page.js';
export type { RoundPageProps } from './round/round-page.js';
export { readRoundSearch } from './round/round-search.js';
export type { RoundSearch } from './round/round-search.js';
export { WaitingRounds } from './waiting-rounds.js';
export type { WaitingRoundsProps } from './waiting-rounds.js';
