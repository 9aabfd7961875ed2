/** Words of the domain, as the command line says them: those of core, and what the command line alone needs. */
import { Actor, type Bundle, Text } from "@hearback/core"
import type { words } from "./en/word/Words.ts"

/** What core has words for. */
export const ofCore = (language: Bundle.Language) => ({
  kind: Text.table("kind", language),
  gateState: Text.table("gate-state", language),
  clockState: Text.table("clock-state", language),
  outcome: Text.table("outcome", language),
  side: Text.table("side", language),
  because: Text.table("miss-cause", language),
  system: Text.table("system", language),
  customer: Text.letter(language).customer
})

export type AllWords = typeof words & ReturnType<typeof ofCore>

/** Returns a reason such as `row/no-instant 2026-13-01` in words: `no instant: 2026-13-01`. */
export const reasonText = ({ reason: table, colon }: AllWords, reason: string): string => {
  const cut = reason.indexOf(" ")
  const slug = cut === -1 ? reason : reason.slice(0, cut)
  return wordFor(table, slug) + (cut === -1 ? "" : colon + reason.slice(cut + 1))
}

/** Returns our word for a slug where we have one, else the slug: a policy's own names stand as they are. */
export const wordFor = (table: Readonly<Record<string, string>>, slug: string): string =>
  Object.hasOwn(table, slug) ? (table[slug] ?? slug) : slug

/** Returns who is meant by an id: a customer who gave no name, and a part of the system, are said in words. */
export const readerText = (id: string, { word }: { readonly word: AllWords }): string => {
  const actor = Actor.parse(id)
  if (actor.kind === "anonymous") return word.customer
  return actor.kind === "system" ? word.system[actor.part] : id
}
