/** The vocabularies of this package: words of praise and criticism, generated from the folder `vocabularies`. */
import type { Tone } from "@hearback/core"
import { words } from "../generated/vocabularies.js"

const made = new Map<string, readonly Tone.ToneWords[]>()

/** Returns the words of a vocabulary by their weight; an empty list for an unknown name. */
export const vocabulary = (name: string): readonly Tone.ToneWords[] => {
  const known = made.get(name)
  if (known !== undefined) return known
  const read = JSON.parse(words[name] ?? "[]") as readonly Tone.ToneWords[]
  made.set(name, read)
  return read
}
