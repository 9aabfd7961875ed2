/** Two policies compared, as one page that stands by itself. */
import type { Context } from "../../program/Command.ts"
import { byWeight, headTexts, rowsOf, titleText } from "../../render/diff/Report.ts"
import { type Compared, toldOf } from "../../render/diff/Said.ts"
import { documentOf } from "../Document.ts"
import { type Markup, table, tag } from "../Markup.ts"

/** Returns the page in both languages. */
export const diffPageOf = (compared: Compared, context: Context): string =>
  documentOf(
    (one) => titleText(compared, one),
    (one) => bodyOf(compared, one),
    context
  )

const bodyOf = (compared: Compared, context: Context): readonly Markup[] => {
  const told = toldOf(compared, context)
  const head = headTexts(compared, told, context)
  return [
    tag("header", {}, tag("h1", {}, titleText(compared, context)), ...head.map((text) => tag("p", {}, text))),
    ...byWeight(told).map(([weight, some]) =>
      tag(
        "section",
        {},
        tag("h2", {}, context.texts.diff.weight[weight]),
        tag("div", { class: "wide" }, table(...rowsOf(some, context)))
      )
    )
  ]
}
