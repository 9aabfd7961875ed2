/**
 * Types of stored events: a name, and the version of its shape behind it where that is not the first: `owner-assigned`,
 * `owner-assigned.v2`. Nearly every row has version 1, so it is left out.
 * Invariant: `parse(render(type))` is the type.
 */

export interface EventType {
  /** In kebab-case. */
  readonly name: string
  /** Counts from 1. */
  readonly version: number
}

/** Returns the text of a type, as the store has it. */
export const render = ({ name, version }: EventType): string => (version === 1 ? name : `${name}.v${version}`)

/** Returns the event type that a text names. */
export const parse = (text: string): EventType => {
  // Each event of the record comes by here, and nearly all are of version 1.
  if (!text.includes(".v")) return { name: text, version: 1 }
  const [, name = text, version = 1] = /^(.*)\.v([1-9]\d*)$/su.exec(text) ?? []
  return { name, version: Number(version) }
}
