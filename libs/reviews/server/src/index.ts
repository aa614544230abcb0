export { closeRound } from './close-round.js';
export { type DecidedLines, decideLines, type LinesDecision, SelfReviewError } from './decide-lines.js';
export { keepUsualLines, type UsualLines } from './keep-usual.js';
export {
  countLinesFound, type LineFilter, linesOfAct, type LinesAsked, linesPage, type RecordedLine, standingByLine, type StandingDecision,
} from './lines-page.js';
export { makeReviewRound } from './make-review-round.job.js';
export { makeRound, type MakingDb } from './make-round.js';
export { type PlannedProgramme, planProgramme } from './plan-programme.js';
export { allProgrammes, findProgramme, type RecordedProgramme } from './programmes.queries.js';
export type { Closing, PopulationSource, RecordedRound } from './round.row.js';
export {
  countsByRound, findRound, openReviewWork, type OpenReviewWork, type ReviewerProgress, reviewersByRound, type RoundFilter, type RoundsAsked, roundsPage,
} from './rounds.queries.js';
export { type ReviewsRun, runReviews, type StartedRound } from './run-reviews.js';
export { type PopulationQuery, startDueRounds, startReviewRound } from './start-round.js';
export { sweepReviews } from './sweep-reviews.job.js';
export { renderRoundReport } from './report/render-round-report.js';
export { ReviewsModule } from './reviews.module.js';
export { type ReportLine, type ReportReviewer, type RoundReport, roundReport } from './round-report.js';
export { undoAct, undoDecisions } from './undo-decisions.js';
