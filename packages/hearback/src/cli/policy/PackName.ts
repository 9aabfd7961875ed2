/** Finds a pack by the name that a person gives, with or without `pack:`. */
import { type PackView, packs, packView } from "@hearback/policy"
import type { CommandContext } from "../program/Command.ts"
import { notAmong } from "../program/Suggestion.ts"

/** Returns the pack. Errors: there is no pack of this name. */
export const packNamed = (asked: string, { texts }: CommandContext): PackView => {
  const name = asked.replace(/^pack:/, "")
  const names = [...packs().keys()].map((each) => each.slice("pack:".length))
  return (
    packView(`pack:${name}`) ??
    notAmong({ code: "usage/unknown-pack", message: texts.fault.noPack(name) }, name, names, texts.frame)
  )
}
