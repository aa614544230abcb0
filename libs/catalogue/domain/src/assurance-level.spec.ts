import { ASSURANCE_LEVELS, isLegacyLevel, isLevelEnough } from './index.js';

describe('a level of assurance', () => {
  it.each([
    ['EH2+', ['EH1', 'EH2', 'EH2+']],
    ['EH3', ['EH1', 'EH2', 'EH2+', 'EH3']],
    ['EH4', ['EH1', 'EH2', 'EH2+', 'EH3', 'EH4']],
    ['EH2', ['EH1', 'EH2']],
  ] as const)('%s serves where %j is asked, and nowhere else', (level, served) => {
    expect(ASSURANCE_LEVELS.filter((required) => isLevelEnough(level, required))).toEqual(served);
  });

  it('is legacy below EH2+: read, issued no more', () => {
    expect(ASSURANCE_LEVELS.filter(isLegacyLevel)).toEqual(['EH1', 'EH2']);
  });
});
