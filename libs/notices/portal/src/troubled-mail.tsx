import { formatDay } from '@ketenregie/messages';
import { Loaded, ProblemNotice, usePortalChange, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, SectionHeader, useLanguage, useText } from '@ketenregie/ui';
import { DigestAllowAgainDocument, DigestSettleMailDocument, DigestTroubledDocument } from './generated/operations.js';
import type { TroubledFieldsFragment } from './generated/operations.js';

/** Whose mail was refused, or may not have arrived: for who administers the office. */
export function TroubledMail({ portal }: { readonly portal: Portal }) {
  const text = useText();
  const query = usePortalQuery(portal, { subject: 'settings', document: DigestTroubledDocument, variables: {} });
  const again = usePortalChange(portal, 'settings', DigestAllowAgainDocument);
  const settle = usePortalChange(portal, 'settings', DigestSettleMailDocument);
  const error = again.error ?? settle.error;
  return (
    <section aria-labelledby="post">
      <SectionHeader id="post" title={text('settings.mail.title')} />
      {error !== null && <ProblemNotice error={error} />}
      <Loaded query={query}>
        {({ troubledNotices }) =>
          troubledNotices.length === 0 ? (
            <p className="t-note">{text('settings.mail.none')}</p>
          ) : (
            <ul className="n-troubled">
              {troubledNotices.map((notice) => (
                <Troubled
                  key={notice.id}
                  notice={notice}
                  isBusy={again.isPending || settle.isPending}
                  onAgain={() => again.mutate({ memberId: notice.memberId })}
                  onSettle={(as) => settle.mutate({ id: notice.id, as })}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

interface TroubledProps {
  readonly notice: TroubledFieldsFragment;
  readonly isBusy: boolean;
  readonly onAgain: () => void;
  readonly onSettle: (as: 'arrived' | 'again') => void;
}

function Troubled({ notice, isBusy, onAgain, onSettle }: TroubledProps) {
  const text = useText();
  const language = useLanguage();
  const { memberName, period, state, reply, isSuppressed } = notice;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(period) ? formatDay(language, period) : period;
  return (
    <li>
      <p>
        <strong>{memberName}</strong>, {date}: {text(state === 'bounced' ? 'settings.mail.bounced' : 'settings.mail.parked')}
      </p>
      {reply !== null && <p className="t-note">{text('settings.mail.reply', { reply })}</p>}
      {state === 'parked' && (
        <div className="n-actions">
          <Button isPending={isBusy} onPress={() => onSettle('arrived')}>
            {text('settings.mail.arrived', { name: memberName })}
          </Button>
          <Button isPending={isBusy} onPress={() => onSettle('again')}>
            {text('settings.mail.resend', { name: memberName })}
          </Button>
        </div>
      )}
      {isSuppressed && (
        <Button isPending={isBusy} onPress={onAgain}>
          {text('settings.mail.again', { name: memberName })}
        </Button>
      )}
    </li>
  );
}
