/**
 * Types of stored events: a name, followed by the version of its shape if that is not 1: `owner-assigned`,
 * `owner-assigned.v2`. Nearly every event has version 1, so it is left out.
 *
 * Invariant: `parse(render(type))` is the type.
 */

/** The type of a stored event. */
export interface EventType {
  /** The name in kebab case. */
  readonly name: string
  /** The version of its shape, from 1. */
  readonly version: number
}

/** Returns the text of a type, as the store contains it. */
export const render = ({ name, version }: EventType): string => (version === 1 ? name : `${name}.v${version}`)

/** Returns the type in a text. */
export const parse = (text: string): EventType => {
  // This runs for each event that is read, and nearly all have version 1.
  if (!text.includes(".v")) return { name: text, version: 1 }
  const [, name = text, version = 1] = /^(.*)\.v([1-9]\d*)$/su.exec(text) ?? []
  return { name, version: Number(version) }
}
