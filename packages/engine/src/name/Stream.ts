/**
 * Streams of events, by their subject. Within the engine a stream is a value; only the store has its name as text.
 *
 * Invariant: `parse(render(stream))` is the stream, whatever characters its id has.
 */

/** A stream of events, by kind and id. */
export type Stream =
  | { readonly kind: "case"; readonly id: string }
  | { readonly kind: "problem"; readonly id: string }
  /** The uses of authority of one actor. */
  | { readonly kind: "authority"; readonly id: string }
  /** The cases that are linked to one by events of their own. */
  | { readonly kind: "links"; readonly id: string }
  /** Surveys of a customer, and their consents. */
  | { readonly kind: "survey"; readonly id: string }
  /** One arrival, by a hash of its key: a key may hold an address. */
  | { readonly kind: "arrival"; readonly id: string }
  /** What was published of the policy. */
  | { readonly kind: "policy"; readonly id: string }

const prefixes: Readonly<Record<Stream["kind"], string>> = {
  case: "case/",
  problem: "problem/",
  authority: "authority/",
  links: "links/",
  survey: "asked/",
  arrival: "intake/",
  policy: "policy/"
}

const kinds = new Map(Object.entries(prefixes).map(([kind, prefix]) => [prefix, kind as Stream["kind"]]))

/** Returns the name of a stream in the store. */
export const render = ({ kind, id }: Stream): string => prefixes[kind] + id

/** Returns the stream with a name; undefined for a name that the engine does not give. */
export const parse = (name: string): Stream | undefined => {
  const end = name.indexOf("/") + 1
  const kind = kinds.get(name.slice(0, end))
  return kind === undefined ? undefined : { kind, id: name.slice(end) }
}

/** Returns the name of a case's stream. */
export const ofCase = (id: string): string => render({ kind: "case", id })

/** Returns the id of the case whose stream has this name; undefined for any other stream. */
export const caseIn = (name: string): string | undefined => {
  const stream = parse(name)
  return stream?.kind === "case" ? stream.id : undefined
}
