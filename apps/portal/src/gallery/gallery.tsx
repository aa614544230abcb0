import { setPreferences, usePreferences } from '@ketenregie/portal-kit';
import { Button, PageHeader, RadioGroup, SectionHeader as SectionHead, TaskList, useText, WeeksBar } from '@ketenregie/ui';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { AskPage } from '../ask/ask-page.js';
import type { Question } from '../ask/ask-page.js';
import { PortalShell } from '../shell/portal-shell.js';
import { SignInPage } from '../sign-in/sign-in-page.js';
import { broken } from './answer-samples.js';
import { ControlsPart } from './controls-part.js';
import { ListsPart, sampleTasks } from './lists-part.js';
import { PagesPart } from './pages-part.js';
import { DEMO_EXAMPLES, sampleCompanies, sampleWeeks } from './samples.js';
import { StatusPart } from './status-part.js';

const none = () => undefined;
const companies = sampleCompanies(10_000);
const counts = { today: 23 };
const recentKeys = ['90000004', '90000001', '90000012'];

/** All components in all their states, for development; `?deel=` shows one part, or one whole page. */
export function Gallery() {
  const part = new URLSearchParams(location.search).get('deel');
  if (part === 'inloggen') return <SignInPage onSignIn={async () => undefined} examples={DEMO_EXAMPLES} />;
  if (part === 'vandaag') return <InShell><TodaySample /></InShell>;
  if (part === 'vraag') return <InShell><AskSample /></InShell>;
  const parts: Readonly<Record<string, ReactNode>> = { invullen: <ControlsPart />, status: <StatusPart />, lijsten: <ListsPart />, antwoorden: <PagesPart /> };
  return (
    <InShell>
      <PageHeader title="Componenten" lead="Elk onderdeel in elke staat." />
      <Toggles />
      {part === null ? Object.entries(parts).map(([key, each]) => <div key={key}>{each}</div>) : parts[part]}
    </InShell>
  );
}

function InShell({ children }: { readonly children: ReactNode }) {
  const isOne = new URLSearchParams(location.search).get('band') === 'een';
  return (
    <PortalShell
      tenant="noorderlicht"
      company={isOne ? '90001201' : null}
      place="today"
      viewerName="Sanne de Boer"
      subject={isOne ? { kind: 'company', name: 'Van der Meer Vastgoed B.V.', kvk: '90001201', town: 'Zwolle' } : { kind: 'all', count: 9842 }}
      counts={counts}
      companies={companies}
      recentKeys={recentKeys}
      onGo={none}
      onSignOut={none}
    >
      {children}
    </PortalShell>
  );
}

function Toggles() {
  const text = useText();
  const { theme, density, language } = usePreferences();
  const options = (kind: 'theme' | 'density' | 'language', keys: readonly string[]) => keys.map((key) => ({ key, label: text(`settings.${kind}.${key}` as 'settings.theme.dark') }));
  return (
    <div className="g-bar">
      <RadioGroup label={text('settings.theme')} look="segments" options={options('theme', ['system', 'light', 'dark'])} value={theme} onChange={(key) => setPreferences({ theme: key as typeof theme })} />
      <RadioGroup label={text('settings.density')} look="segments" options={options('density', ['compact', 'gewoon', 'ruim'])} value={density} onChange={(key) => setPreferences({ density: key as typeof density })} />
      <RadioGroup label={text('settings.language')} look="segments" options={options('language', ['nl', 'en'])} value={language} onChange={(key) => setPreferences({ language: key as typeof language })} />
    </div>
  );
}

function TodaySample() {
  const text = useText();
  const weeks = useMemo(sampleWeeks, []);
  return (
    <>
      <PageHeader title="Vandaag, maandag 23 november" lead="23 taken bij 14 organisaties. Vrijdag waren het er 31." />
      <section>
        <SectionHead title={text('weeks.title')} />
        <WeeksBar weeks={weeks} onChoose={none} />
      </section>
      <section>
        <SectionHead title={text('today.part.must')} count={4} action={<Button>Toon alle</Button>} />
        <TaskList label={text('today.part.must')} tasks={sampleTasks.filter((task) => task.hands !== 'client')} />
      </section>
      <section>
        <SectionHead title={text('today.part.client')} count={1} />
        <TaskList label={text('today.part.client')} tasks={sampleTasks.filter((task) => task.hands === 'client')} />
      </section>
    </>
  );
}

function AskSample() {
  const [question, setQuestion] = useState<Question>({ person: 'p', company: 'c', service: 's', on: '2026-11-24', knownOn: '' });
  return <AskPage people={[{ key: 'p', label: 'Sanne de Boer', note: 'Salaris' }]} companies={[{ key: 'c', label: 'Bakker Transport V.O.F.', note: '9000 1202' }]} services={[{ key: 's', label: 'UWV, Werkgeversportaal' }]} question={question} onChange={setQuestion} onAsk={none} answer={{ ...broken, action: <Button kind="primary">Klant vragen</Button> }} />;
}
