const PARTICLES = new Set(['van', 'de', 'der', 'den', 'het', 'ter', 'ten', 'te', 'en', 'and', 'the', 'la', 'le', 'el', 'al', 'vd', 'in', 'op', 't', 's']);
const FORMS = new Set(['bv', 'nv', 'vof', 'cv', 'bvio', 'maatschap', 'stichting', 'vereniging', 'cooperatie', 'holding', 'ua', 'ba', 'eenmanszaak']);

/** The two letters of an organisation's sigil: of its first two telling words, without particles and legal form where enough remains. */
export function sigilLetters(name: string): string {
  const words = name.replaceAll('.', '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const telling = words.filter((word) => !PARTICLES.has(word.toLowerCase()) && !FORMS.has(word.toLowerCase()));
  const [first = '', second] = telling.length > 0 ? telling : words;
  const letters = second === undefined ? [...first].slice(0, 2) : [[...first][0], [...second][0]];
  return letters.join('').toUpperCase();
}
