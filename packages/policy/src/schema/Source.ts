/** Texts of law and standards that a policy rests on, and how far they were checked. */
import { choice, mapOf, may, namesOf } from "./Notation.ts"
import { DateText, Name, Sentence, Text } from "./Value.ts"

const Checked = choice("Checked", ["how a source was checked", "来源如何核对"], {
  original: "原文",
  secondary: "二手资料",
  unverified: "未核对"
})
export const Sources = namesOf(
  "Sources",
  ["a map of sources", "来源表"],
  Name,
  mapOf("Source", ["a source", "来源"], {
    title: may(Text, "名称", "Its name for people.", "给人看的名称。"),
    cite: may(
      Sentence,
      "引称",
      "What a `basis` begins with that means it; else its name here.",
      "`basis` 以此开头即指本来源；缺省为此处的名称。"
    ),
    "as-of": may(DateText, "截至", "The date of the text that was read.", "所读文本的日期。"),
    checked: may(
      Checked,
      "核对",
      "Whether its text was read, others were read about it, or neither.",
      "读过原文、只读过转述，还是都没有。"
    )
  })
)
