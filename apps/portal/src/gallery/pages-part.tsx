import { AnswerPanel, Button, Tabs } from '@ketenregie/ui';
import { broken, ghost, unknown, yes } from './answer-samples.js';
import { FeedbackPart } from './feedback-part.js';
import { Section } from './section.js';

/** Answers, and everything that speaks back. */
export function PagesPart() {
  return (
    <>
      <Section title="Antwoorden">
        <div className="g-answers">
          <AnswerPanel {...broken} action={<Button kind="primary">Klant vragen</Button>} />
          <AnswerPanel {...ghost} />
          <AnswerPanel {...yes} />
          <AnswerPanel {...unknown} />
        </div>
      </Section>
      <Section title="Berichten en vensters">
        <FeedbackPart />
      </Section>
      <Section title="Tabbladen">
        <Tabs
          label="Delen van een organisatie"
          items={[
            { key: 'people', label: 'Medewerkers', content: <p>Wie voor deze organisatie mag inloggen.</p> },
            { key: 'dates', label: 'Datums', count: 3, content: <p>Wat wanneer eindigt.</p> },
            { key: 'documents', label: 'Documenten', content: <p>Uittreksel en identiteitsbewijs.</p> },
          ]}
        />
      </Section>
    </>
  );
}
