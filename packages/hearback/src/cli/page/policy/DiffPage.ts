/** Makes a page that compares two policies, as one file. */
import { Policy } from "@hearback/core"
import type { CommandContext } from "../../program/Command.ts"
import { type ComparedPolicies, toldOf } from "../../render/diff/DifferenceLines.ts"
import { byWeight, headTexts, rowsOf, titleText } from "../../render/diff/Report.ts"
import { touchedParts } from "../../render/TouchedCases.ts"
import type { TouchedStore } from "../../store/TouchedCases.ts"
import { documentOf } from "../Document.ts"
import { type Markup, table, tag } from "../Markup.ts"

/**
 * Returns the page that compares two policies, in both languages; with the affected cases of a store if one was
 * given.
 */
export const diffPageOf = (
  compared: ComparedPolicies,
  touched: TouchedStore | undefined,
  context: CommandContext
): string =>
  documentOf(
    (one) => titleText(compared, one),
    (one) => [...bodyOf(compared, one), ...(touched === undefined ? [] : touchedSections(touched, compared, one))],
    context,
    pageStyle
  )

/** The styles of the page: long names wrap before a column leaves the page; on a phone each difference is a block. */
const pageStyle = `
.changes th,.changes td{min-width:4.5em;overflow-wrap:break-word}.changes td:last-child{overflow-wrap:anywhere;font-size:.78rem;color:var(--soft)}
@media (max-width:640px){.changes thead{display:none}.changes :is(table,tbody,tr,th,td){display:block;border:0;padding:0}
.changes tr{border-bottom:1px solid var(--line);padding:.5rem 0}.changes th{font-weight:600}
.changes td:nth-child(2),.changes td:nth-child(3){display:inline}.changes td:nth-child(3)::before{content:" → "}}
`

const touchedSections = (
  touched: TouchedStore,
  { after }: ComparedPolicies,
  context: CommandContext
): readonly Markup[] => {
  const { head } = context.texts.diff
  return touchedParts(touched, Policy.load(after.bundle), context).map(({ title, rows, note }) =>
    tag(
      "section",
      {},
      tag("h2", {}, title),
      ...(rows.length === 0 ? [] : [tag("div", { class: "wide" }, table([head.change, head.count, head.cases], rows))]),
      ...(note === undefined ? [] : [tag("p", { class: "soft" }, note)])
    )
  )
}

const bodyOf = (compared: ComparedPolicies, context: CommandContext): readonly Markup[] => {
  const told = toldOf(compared, context)
  const head = headTexts(compared, told, context)
  return [
    tag("header", {}, tag("h1", {}, titleText(compared, context)), ...head.map((text) => tag("p", {}, text))),
    ...byWeight(told).map(([weight, some]) =>
      tag(
        "section",
        {},
        tag("h2", {}, context.texts.diff.weight[weight]),
        tag("div", { class: "wide changes" }, table(...rowsOf(some, context)))
      )
    )
  ]
}
