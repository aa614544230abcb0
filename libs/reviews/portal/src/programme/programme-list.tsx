import { formatDay } from '@ketenregie/messages';
import { addressIn, ProblemNotice, usePortalChange, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, EmptyState, SectionHeader, useLanguage, useText } from '@ketenregie/ui';
import type { TextOf } from '@ketenregie/ui';
import { Ban, CircleCheck, CirclePause } from 'lucide-react';
import { ReviewStartDocument, ReviewSuppliersDocument } from '../generated/operations.js';
import type { ProgrammeFactsFragment } from '../generated/operations.js';
import { rhythmWords, scopeWords } from '../round-words.js';

export interface ProgrammeListProps {
  readonly portal: Portal;
  readonly programmes: readonly ProgrammeFactsFragment[];
  readonly onChange: (programme: ProgrammeFactsFragment) => void;
}

/** The programmes: what each is about, how often, when its next round starts; to change or start where the viewer may. */
export function ProgrammeList({ portal, programmes, onChange }: ProgrammeListProps) {
  const text = useText();
  const start = usePortalChange(portal, 'review', ReviewStartDocument);
  const { data } = usePortalQuery(portal, { subject: 'catalogue', document: ReviewSuppliersDocument, variables: {} });
  const supplierName = (key: string) => data?.catalogue.suppliers.find((supplier) => supplier.key === key)?.name ?? key;
  const begin = (programmeId: string) => start.mutate({ programmeId }, { onSuccess: ({ startReviewRound }) => portal.goTo(addressIn(portal, `controles/${startReviewRound.id}`)) });
  return (
    <section aria-labelledby="programmas">
      <SectionHeader id="programmas" title={text('reviews.programmes')} count={programmes.length} />
      {start.error !== null && <ProblemNotice error={start.error} onClose={() => start.reset()} />}
      {programmes.length === 0 ? (
        <EmptyState title={text('reviews.noProgramme')}>{text('reviews.noProgrammeWhy')}</EmptyState>
      ) : (
        <ul className="v-rounds">
          {programmes.map((programme) => (
            <ProgrammeRow key={programme.id} programme={programme} scope={scopeWords(programme, text, supplierName)} isStarting={start.isPending && start.variables.programmeId === programme.id} onStart={() => begin(programme.id)} onChange={() => onChange(programme)} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ProgrammeRowProps {
  readonly programme: ProgrammeFactsFragment;
  readonly scope: string;
  readonly isStarting: boolean;
  readonly onStart: () => void;
  readonly onChange: () => void;
}

function ProgrammeRow({ programme, scope, isStarting, onStart, onChange }: ProgrammeRowProps) {
  const text = useText();
  const language = useLanguage();
  const { name, viewerCan, nextRoundOn } = programme;
  return (
    <li className="v-round">
      <div className="v-round-words">
        <h3>{name}</h3>
        <p className="v-quiet">
          {scope}. {rhythmWords(programme, text)}.
        </p>
      </div>
      <div>
        <ProgrammeState state={programme.state} text={text} />
        {programme.state === 'active' && <p className="v-quiet">{nextRoundOn === null ? text('reviews.nextAfterOpen') : text('reviews.nextOn', { day: formatDay(language, nextRoundOn) })}</p>}
      </div>
      <div className="v-buttons">
        {viewerCan.includes('review.start') && nextRoundOn !== null && (
          <Button isPending={isStarting} onPress={onStart} aria-label={text('reviews.startNamed', { name })}>
            {text('reviews.start')}
          </Button>
        )}
        {viewerCan.includes('review.plan') && (
          <Button kind="quiet" onPress={onChange} aria-label={text('reviews.changeNamed', { name })}>
            {text('reviews.change')}
          </Button>
        )}
      </div>
    </li>
  );
}

const STATE_ICONS = { active: CircleCheck, paused: CirclePause, ended: Ban } as const;

function ProgrammeState({ state, text }: { readonly state: string; readonly text: TextOf }) {
  const known = state === 'paused' || state === 'ended' ? state : 'active';
  const Icon = STATE_ICONS[known];
  return (
    <span className="k-chip v-state" data-state={known}>
      <Icon size={16} aria-hidden />
      <span className="k-chip-word">{text(`reviews.state.${known}`)}</span>
    </span>
  );
}
