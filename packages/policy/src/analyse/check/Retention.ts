/** Finds records that would be deleted while their customer can still reopen the case. */
import { Target } from "@hearback/core"
import type { Bundle } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { total } from "./Tables.ts"

/** Checks that a record is kept at least as long as its case can be reopened. */
export const retention = (
  reading: Reading,
  { retention: rule, loops, grading }: Pick<Bundle, "retention" | "loops" | "grading">
): void => {
  const at = dig(reading.root, "retention", "keep")
  if (rule === undefined || at === undefined || reading.isFaulty("retention")) return
  const { keep } = rule
  if ("values" in keep) total(reading, keep.table, grading)
  const lengths = "values" in keep ? keep.values : [keep]
  for (const { name, reopen } of loops)
    for (const { cause, within } of reopen) {
      const window = dig(reading.root, "loops", name, "reopen", cause, "within")
      if (window === undefined || lengths.every((one) => (Target.compare(within, one) ?? 0) <= 0)) continue
      const where = `loops.${name}.reopen.${cause}.within`
      const windowed = related(
        window.span,
        said((t) => t.place.mayComeBack),
        true
      )
      reading.say("retention/before-reopening", at, { where }, { related: [windowed] })
    }
}
