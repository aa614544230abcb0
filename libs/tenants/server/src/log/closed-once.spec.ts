import { closedOnce } from './closed-once.js';

const said = (...texts: readonly string[]) => texts.map((text) => ({ text }));

describe('the end of a sentence of the log', () => {
  it.each([
    ['closes after a name', ['Ilse', ' wijzigde ', 'Bakkerij Blom', '.'], 'Ilse wijzigde Bakkerij Blom.'],
    ['is not doubled after a name that ends in one', ['Ilse', ' wijzigde ', 'Blom Zorg B.V.', '.'], 'Ilse wijzigde Blom Zorg B.V.'],
    ['stays where words follow the name', ['Ilse', ' voegde ', 'Blom Zorg B.V.', ' toe.'], 'Ilse voegde Blom Zorg B.V. toe.'],
    ['stays alone', ['.'], '.'],
  ] as const)('%s', (_, parts, sentence) => expect(closedOnce(said(...parts)).map(({ text }) => text).join('')).toBe(sentence));
});
