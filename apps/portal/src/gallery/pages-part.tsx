import { AnswerPanel, Button, Dialog, Notice, Progress, Tabs, useToast } from '@ketenregie/ui';
import { useState } from 'react';
import { broken, ghost, unknown, yes } from './answer-samples.js';
import { Row, Section } from './section.js';

/** Answers, and everything that speaks back. */
export function PagesPart() {
  return (
    <>
      <Section title="Answers">
        <div className="g-answers">
          <AnswerPanel {...broken} action={<Button kind="primary">Klant vragen</Button>} />
          <AnswerPanel {...ghost} />
          <AnswerPanel {...yes} />
          <AnswerPanel {...unknown} />
        </div>
      </Section>
      <Section title="Feedback">
        <FeedbackPart />
      </Section>
      <Section title="Tabs">
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

function FeedbackPart() {
  const toast = useToast();
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null);
  return (
    <>
      <div className="g-stack">
        <Notice kind="done" title="12 regels vastgelegd." action={<Button>Ongedaan maken</Button>} />
        <Notice kind="information" title="Er is een nieuwe versie." action={<Button>Verversen</Button>} />
        <Notice kind="warning" title="6 regels zonder einddatum.">
          Zonder datum kunnen we niet waarschuwen.
        </Notice>
        <Notice kind="problem" title="Verlengen lukt niet: de bedrijfsnaam wijkt af van het Handelsregister." onClose={() => undefined}>
          Pas de naam aan en probeer opnieuw. Code A-214.
        </Notice>
        <Progress label="Bestand lezen" done={1200} total={4120} detail="1.200 van 4.120 regels" />
        <Progress label="Wachten op de leverancier" done={0} total={null} detail="nog onbekend hoeveel" />
      </div>
      <Row>
        <Button onPress={() => setOpen('dialog')}>Venster openen</Button>
        <Button onPress={() => setOpen('sheet')}>Zijblad openen</Button>
        <Button onPress={() => toast({ kind: 'done', title: 'Bewaard op dit apparaat.' })}>Melding tonen</Button>
      </Row>
      <Dialog
        title="Intrekken bij Belastingdienst regelen?"
        look={open ?? 'dialog'}
        isOpen={open !== null}
        onOpenChange={(isOpen) => !isOpen && setOpen(null)}
        actions={
          <>
            <Button kind="primary" onPress={() => setOpen(null)}>
              Stappen klaarzetten voor Bakker Transport
            </Button>
            <Button slot="close">Annuleren</Button>
          </>
        }
      >
        <p>Wij zetten de stappen klaar. Het werkt pas als de leverancier het doorvoert.</p>
        <p>Daarna kan Sanne niet meer inloggen bij Belastingdienst voor Bakker Transport V.O.F.</p>
      </Dialog>
    </>
  );
}
