import '@ketenregie/tenants-portal/styles.css';
import { TodayPage } from '@ketenregie/tasks-portal';
import type { PageOf } from '../page-of.js';

export function Today({ portal }: PageOf) {
  return <TodayPage portal={portal} />;
}
