import type { GraphqlClient, TypedDocument } from '@ketenregie/portal-kit';

/** What the API answers, by the name of the operation; a thrown error is its refusal. */
export type Answers = Readonly<Record<string, (variables: never) => unknown>>;

export interface FakeApi {
  readonly graphql: GraphqlClient;
  /** Every operation that was asked, in order, with its variables. */
  readonly asked: { readonly name: string; readonly variables: unknown }[];
}

const nameOf = (document: { toString(): string }): string => /(?:query|mutation) (\w+)/.exec(document.toString())?.[1] ?? '';

/** An API that answers from a table; an operation without an answer fails its spec. */
export function fakeApi(answers: Answers): FakeApi {
  const asked: { name: string; variables: unknown }[] = [];
  const ask = async <Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables): Promise<Result> => {
    const name = nameOf(document);
    asked.push({ name, variables });
    const answer = answers[name];
    if (answer === undefined) throw new Error(`The fake API has no answer to ${name}.`);
    return answer(variables as never) as Result;
  };
  return { graphql: { query: ask, mutate: ask }, asked };
}
