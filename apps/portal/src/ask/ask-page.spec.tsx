import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { renderPage } from '../testing/render.js';
import { AskPage } from './ask-page.js';
import type { Question } from './ask-page.js';

function Asking({ onAsk }: { readonly onAsk: (question: Question) => void }) {
  const [question, setQuestion] = useState<Question>({ person: 'sanne', company: null, service: 'uwv', on: '2026-11-24', knownOn: '' });
  return <AskPage people={[{ key: 'sanne', label: 'Sanne de Boer' }]} companies={[{ key: 'b', label: 'Bakker Transport', note: 'K7' }]} services={[{ key: 'uwv', label: 'UWV' }]} question={question} onChange={setQuestion} onAsk={() => onAsk(question)} answer={null} />;
}

describe('the question', () => {
  it('is asked once it is whole, a company found by its client number', async () => {
    const asked: Question[] = [];
    renderPage(<Asking onAsk={(question) => asked.push(question)} />);
    expect(screen.getByRole('button', { name: 'Antwoord tonen' })).toBeDisabled();
    await userEvent.type(screen.getByRole('combobox', { name: 'Organisatie' }), 'k7{ArrowDown}{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Antwoord tonen' }));
    expect(asked).toEqual([{ person: 'sanne', company: 'b', service: 'uwv', on: '2026-11-24', knownOn: '' }]);
  });
});
