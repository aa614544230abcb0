import '@ketenregie/reviews-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { WaitingRounds } from '@ketenregie/reviews-portal';
import { readTodaySearch, TodayPage } from '@ketenregie/tasks-portal';
import type { PageOf } from '../page-of.js';

export function Today({ portal, search }: PageOf) {
  return (
    <TodayPage portal={portal} search={readTodaySearch(search)}>
      <WaitingRounds portal={portal} />
    </TodayPage>
  );
}
