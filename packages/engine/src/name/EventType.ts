/**
 * Types of stored events: a name and the version of its shape, `owner-assigned.v1`.
 * Invariant: `parse(render(type))` is the type.
 */

export interface EventType {
  readonly name: string
  /** Counts from 1; 0 where a damaged record names none. */
  readonly version: number
}

/** Returns the text of a type, as the store has it. */
export const render = ({ name, version }: EventType): string => (version === 0 ? name : `${name}.v${version}`)

/** Returns the text of a type in the version that is written today. */
export const current = (name: string): string => render({ name, version: 1 })

/** Returns the type of a text. */
export const parse = (text: string): EventType => {
  const [, name, version] = /^(.*)\.v([1-9]\d*)$/su.exec(text) ?? []
  return name === undefined ? { name: text, version: 0 } : { name, version: Number(version) }
}
