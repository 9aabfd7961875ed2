/**
 * The receiver of a command in the outbox.
 *
 * Invariant: `parse(render(address))` is the address, whatever characters its id has.
 */

/** The receiver of a command, by kind and id. */
export type CommandAddress =
  | { readonly kind: "case"; readonly id: string }
  | { readonly kind: "problem"; readonly id: string }
  /** The surveys of a customer. */
  | { readonly kind: "survey"; readonly id: string }
  /** A case whose record is due for deletion. */
  | { readonly kind: "erasure"; readonly id: string }

const prefixes: Readonly<Record<CommandAddress["kind"], string>> = {
  case: "case/",
  problem: "problem/",
  survey: "asked/",
  erasure: "erasure/"
}

const kinds = new Map(Object.entries(prefixes).map(([kind, prefix]) => [prefix, kind as CommandAddress["kind"]]))

/** Returns the text of an address, as the outbox stores it. */
export const render = ({ kind, id }: CommandAddress): string => prefixes[kind] + id

/** Returns the address in a text; undefined for a text that the engine does not write. */
export const parse = (text: string): CommandAddress | undefined => {
  const end = text.indexOf("/") + 1
  const kind = kinds.get(text.slice(0, end))
  return kind === undefined ? undefined : { kind, id: text.slice(end) }
}
