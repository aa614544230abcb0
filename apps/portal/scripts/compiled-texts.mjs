// Texts with arguments are parsed when the portal is built, so that no ICU parser goes to the browser (about 10 kB gzip).
import { IntlMessageFormat } from 'intl-messageformat';

const AREA = /messages[\\/]src[\\/](?:nl|en)[\\/](?!index)[a-z-]+\.ts$/;
const LINE = /^( {2}'[^']+': )'([^']*)',$/gm;

/** A Vite plugin for builds: each text with braces becomes its parsed form, and the parser a stub that refuses. */
export function compiledTexts() {
  return {
    name: 'ketenregie-compiled-texts',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ resolve: { alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: '@formatjs/icu-messageformat-parser/no-parser.js' }] } }),
    transform(code, id) {
      if (!AREA.test(id)) return null;
      const compiled = code.replace(LINE, (line, key, text) => (text.includes('{') ? `${key}${JSON.stringify(new IntlMessageFormat(text, 'nl').getAst())},` : line));
      const left = compiled.match(/^ {2}'[^']+': ['"`].*\{.*$/m);
      if (left !== null) throw new Error(`${id}: a text with arguments must stand on one line in single quotes: ${left[0]}`);
      return { code: compiled, map: null };
    },
  };
}
