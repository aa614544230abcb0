import { formatMessage } from '@ketenregie/messages';
import { openReviewWork } from '@ketenregie/reviews-server';
import type { DigestSource } from './digest-source.js';

/** Open rounds in which lines wait for the member: one group of the digest each, what is to be done first on top. The link shows exactly the lines it counts. */
export const reviewWork: DigestSource = async (reader, { member, language }) => {
  const own = (await openReviewWork(reader)).filter(({ memberId }) => memberId === member.memberId);
  return own.map(({ roundId, name, undecided }) => ({
    section: 'reviews' as const,
    key: `review ${roundId}`,
    title: formatMessage(language, 'digest.review', { name, count: undecided }),
    count: undecided,
    names: [],
    path: `controles/${roundId}?toon=undecided&mijn=ja`,
  }));
};
