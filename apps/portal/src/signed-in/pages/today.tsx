import '@ketenregie/tenants-portal/styles.css';
import { readTodaySearch, TodayPage } from '@ketenregie/tasks-portal';
import type { PageOf } from '../page-of.js';

export function Today({ portal, search }: PageOf) {
  return <TodayPage portal={portal} search={readTodaySearch(search)} />;
}
