import { Button, Dialog, Notice, Progress, useToast } from '@ketenregie/ui';
import { useState } from 'react';
import { Row } from './section.js';

type Opened = 'dialog' | 'alert' | 'sheet' | null;

/** Everything that speaks back: in the page, over it and at its foot. */
export function FeedbackPart() {
  const toast = useToast();
  const [opened, setOpened] = useState<Opened>(null);
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
        <Button onPress={() => setOpened('dialog')}>Venster openen</Button>
        <Button onPress={() => setOpened('alert')}>Venster dat om een besluit vraagt</Button>
        <Button onPress={() => setOpened('sheet')}>Zijblad openen</Button>
        <Button onPress={() => toast({ kind: 'done', title: 'Bewaard op dit apparaat.' })}>Melding tonen</Button>
        <Button onPress={() => toast({ kind: 'done', title: '15 regels behouden', action: { label: 'Ongedaan maken', onPress: () => undefined } })}>Melding met handeling</Button>
        <Button onPress={() => toast({ kind: 'problem', title: 'Iemand anders was eerder.', detail: 'Dit is gewijzigd nadat je de pagina opende.' })}>Melding van een fout</Button>
      </Row>
      <SampleDialog opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}

/** One dialog in its looks; long enough for its head and foot to stay while the rest scrolls. */
function SampleDialog({ opened, onClose }: { readonly opened: Opened; readonly onClose: () => void }) {
  return (
    <Dialog
      title="Intrekken bij Belastingdienst regelen?"
      look={opened === 'sheet' ? 'sheet' : 'dialog'}
      role={opened === 'alert' ? 'alertdialog' : 'dialog'}
      isOpen={opened !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        <>
          <Button kind="primary" onPress={onClose}>
            Stappen klaarzetten voor Bakker Transport
          </Button>
          <Button slot="close">Annuleren</Button>
        </>
      }
    >
      <p>Wij zetten de stappen klaar. Het werkt pas als de leverancier het doorvoert.</p>
      <p>Daarna kan Sanne niet meer inloggen bij Belastingdienst voor Bakker Transport V.O.F.</p>
    </Dialog>
  );
}
