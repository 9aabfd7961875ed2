/** Advises a person what to do about rows that could not be read. */

import { formatsOf } from "../../runtime/InstantFormat.ts"
import type { Texts } from "../text/Catalogue.ts"
import type { Counts } from "./Tally.ts"

/** Returns the advice for a reason of quarantine; undefined if there is none. */
export const adviceOf = (
  slug: string,
  { instants }: Pick<Counts, "instants">,
  { intake }: Texts
): string | undefined => {
  if (slug === "row/no-instant") return intake.instantAdvice(formatsOf(instants))
  const { advice } = intake
  return Object.hasOwn(advice, slug) ? advice[slug as keyof typeof advice] : undefined
}
