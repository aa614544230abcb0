export { type AddedGroup } from '@ketenregie/notices-domain';
export { bouncingMail, type DigestSource, type SourceAsked } from './digest-source.js';
export { type ClaimedNotice, claimNotice, holdSending, markHanded, releaseSending, settle, settleAbandoned, withdraw } from './ledger.js';
export { type MadeDigest, makeDigests } from './make-digests.js';
export { type DigestMember, digestMembers } from './members.queries.js';
export { noticeJobs } from './notice-jobs.js';
export { type RenderedDigest, renderDigest } from './render-digest.js';
export { type NoticesRun, type RunAsked, runNotices } from './run-notices.js';
export { LEASE_MS, type Sending, sendNotices, stopPath } from './send-notices.js';
