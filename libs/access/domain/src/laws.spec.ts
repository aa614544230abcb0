import { addDays } from '@ketenregie/kernel';
import { ASSURANCE_LEVELS, type AssuranceLevel } from '@ketenregie/catalogue-domain';
import fc from 'fast-check';
import type { Answer } from './answer.js';
import { answer, judgeAll } from './answer-world.js';
import { CANS } from './judge-path.js';
import { aClientHalf, type Facts, randomFacts, randomQuestion, questionsOver, worldFor } from './testing/index.js';
import type { AccessWorld } from './world.js';

/** A world of a random tenant; fast-check prints it, smallest first, when a law fails. */
const tenants = Array.from({ length: 100 }, (_, seed) => randomFacts(seed));

const worlds = fc.tuple(fc.constantFrom(...tenants), fc.nat()).map(([facts, question]) => worldFor(facts, randomQuestion(facts, question)));

const always = (law: (world: AccessWorld, found: Answer) => void): void =>
  fc.assert(fc.property(worlds, (world) => law(world, answer(world))), { numRuns: 1000 });

const goodness = ({ can }: Answer): number => -CANS.indexOf(can);

const isHalfMissing = ({ path }: Answer): boolean => path.some(({ link, id }) => link === 'client-half' && id === null);

const raise = (level: AssuranceLevel | null): AssuranceLevel | null => level && (ASSURANCE_LEVELS[ASSURANCE_LEVELS.indexOf(level) + 1] ?? level);

describe('laws of an answer', () => {
  it('names a break exactly where it cannot, and then nothing is unknown and nothing ends', () => {
    always((_world, { can, firstBreak, unknowns, endsOn, endsBy }) => {
      expect(can === 'no').toBe(firstBreak !== null);
      if (can === 'no') expect({ unknowns, endsOn, endsBy }).toEqual({ unknowns: [], endsOn: null, endsBy: null });
    });
  });

  it('names a clock exactly where it names an end, and never one that has passed', () => {
    always(({ on }, { endsOn, endsBy }) => {
      expect(endsOn === null).toBe(endsBy === null);
      if (endsOn !== null) expect(endsOn >= on).toBe(true);
    });
  });

  it('is as far as known exactly where something is unknown, each code once', () => {
    always((_world, { unknowns, certainty }) => {
      expect(certainty === 'as-far-as-known').toBe(unknowns.length > 0);
      expect(new Set(unknowns).size).toBe(unknowns.length);
    });
  });

  it('does not depend on the order in which facts are read', () => {
    always((world, found) => {
      const { clientHalves, officeHalves, directRights, means } = world;
      const reversed = { clientHalves: clientHalves.toReversed(), officeHalves: officeHalves.toReversed(), directRights: directRights.toReversed() };
      expect(answer({ ...world, ...reversed, means: means === 'none-exists' ? means : means.toReversed() })).toEqual(found);
    });
  });

  it('never gets worse by one more half, whatever it is', () => {
    always((world, found) => {
      if (world.company?.isOurs) return;
      const extra = aClientHalf({ id: 'extra', state: 'requested', scope: 'all' });
      expect(goodness(answer({ ...world, clientHalves: [...world.clientHalves, extra] }))).toBeGreaterThanOrEqual(goodness(found));
    });
  });

  it('does not change at all by a half for a service that nobody asked about, where one covers', () => {
    always((world, found) => {
      const extra = aClientHalf({ id: 'extra', targets: [{ serviceKey: 'another' }] });
      if (isHalfMissing(found) || world.company?.isOurs) return;
      expect(answer({ ...world, clientHalves: [...world.clientHalves, extra] })).toEqual(found);
    });
  });

  it('never gets worse by higher levels of rights and means', () => {
    always((world, found) => {
      const higher = <T extends { readonly level: AssuranceLevel | null }>(items: readonly T[]): T[] => items.map((item) => ({ ...item, level: raise(item.level) }));
      const { clientHalves, officeHalves, directRights, means } = world;
      const raised = { clientHalves: higher(clientHalves), officeHalves: higher(officeHalves), directRights: higher(directRights) };
      const found2 = answer({ ...world, ...raised, means: means === 'none-exists' ? means : higher(means) });
      expect(goodness(found2)).toBeGreaterThanOrEqual(goodness(found));
    });
  });

  it('never gets better by a higher required level', () => {
    always((world, found) => {
      if (!world.service?.requiredLevel) return;
      const service = { ...world.service, requiredLevel: raise(world.service.requiredLevel) };
      expect(goodness(answer({ ...world, service }))).toBeLessThanOrEqual(goodness(found));
    });
  });

  it('cannot by the same path on the day after its end, and names the clock', () => {
    always((world, found) => {
      // With a second path the answer may name that one's break, which lies further along.
      if (judgeAll(world).length !== 1 || found.endsBy !== 'client-half' || found.endsOn === null) return;
      const after = answer({ ...world, on: addDays(found.endsOn, 1) });
      expect(after.firstBreak).toMatchObject({ code: 'client-half-ended', inWhoseHands: 'client' });
    });
  });

  it('never lets a decided change touch can', () => {
    always((world, found) => {
      expect({ ...answer({ ...world, changes: [] }), may: found.may, mayNot: found.mayNot }).toEqual(found);
    });
  });

  it('never lets the end of a service touch can', () => {
    always((world, found) => {
      if (world.person === null) return;
      expect({ ...answer({ ...world, person: { ...world.person, inServiceUntil: null } }), may: found.may, mayNot: found.mayNot }).toEqual(found);
    });
  });
});

describe('random tenants', () => {
  const answersOf = (facts: Facts): readonly Answer[] => questionsOver(facts).map((question) => answer(worldFor(facts, question)));

  it('come again for the same seed', () => {
    expect(randomFacts(7)).toEqual(randomFacts(7));
    expect(randomFacts(7)).not.toEqual(randomFacts(8));
  });

  it('meet every answer, every clock and nearly every break, so that a property over them says something', () => {
    const found = tenants.slice(0, 40).flatMap(answersOf);
    const share = (can: string): number => found.filter((each) => each.can === can).length / found.length;
    expect(share('yes')).toBeGreaterThan(0.015);
    expect(share('unknown')).toBeGreaterThan(0.05);
    expect(new Set(found.map(({ endsBy }) => endsBy)).size).toBe(7);
    expect(new Set(found.map(({ firstBreak }) => firstBreak?.code)).size).toBeGreaterThan(22);
  });
});
