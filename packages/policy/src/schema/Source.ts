/** The schema of sources: laws and standards to which a policy refers, and how far they were checked. */
import { choice, mapOf, may, namesOf } from "./Notation.ts"
import { DateText, Name, Sentence, Text } from "./Value.ts"

const Checked = choice("Checked", {
  original: "原文",
  secondary: "二手资料",
  unverified: "未核对"
})
/** The schema of the section `sources`. */
export const Sources = namesOf(
  "Sources",
  Name,
  mapOf("Source", {
    title: may(Text, "名称"),
    cite: may(Sentence, "引称"),
    "as-of": may(DateText, "截至"),
    checked: may(Checked, "核对")
  })
)
