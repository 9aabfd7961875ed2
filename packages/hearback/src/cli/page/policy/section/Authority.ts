/**
 * Shows who may grant and decide how much: the ladder of limits, and what people may do alone, together or not at
 * all.
 */
import { type Bundle, Text } from "@hearback/core"
import { moneyText } from "../../../terminal/Amounts.ts"
import { ladder } from "../../drawing/Ladder.ts"
import { type Markup, tag } from "../../Markup.ts"
import { type PolicyView, pairs, paragraph } from "../part/PolicyView.ts"
import { denseTable } from "../part/Tables.ts"

/** Makes the section. */
export const authority = (view: PolicyView): readonly Markup[] => [
  ...(view.bundle.authority.limits.length === 0
    ? []
    : [
        paragraph(view.words.authoritySays),
        tag("div", { class: "beside" }, tag("figure", {}, limitsLadder(view)), rights(view)),
        limitsTable(view)
      ]),
  ...(view.bundle.authority.limits.length === 0 ? [rights(view)] : [])
]

const spans = ["perCase", "perDay", "perMonth", "perYear"] as const

/** Draws the limits of roles, the lowest role first. */
export const limitsLadder = (view: PolicyView): Markup => {
  const { bundle, words, naming } = view
  const rungs = bundle.authority.limits.map((limit) => ({
    title: naming.one(limit.role),
    lines: givenText(limit, view)
  }))
  const says = rungs.map(({ title, lines }) => `${title}${words.colon}${lines.join(words.comma)}`).join(words.semicolon)
  return ladder({ title: words.authorityTitle, says }, rungs)
}

/** Returns an amount in whole units of the currency, or that there is no limit. */
const amountText = (amount: number | null, { bundle, context, words }: PolicyView): string =>
  amount === null
    ? words.unlimited
    : moneyText(amount / 10 ** (bundle.currency?.digits ?? 0), bundle.currency?.code ?? null, context.language)

const givenText = ({ compensate, discount }: Bundle.LimitRule, view: PolicyView): readonly string[] => {
  const { words } = view
  const amounts = spans.flatMap((span) => {
    const amount = compensate?.[span]
    return amount === undefined ? [] : [words.compensates(amountText(amount, view), words.per[span])]
  })
  const all = [...amounts, ...(discount === undefined ? [] : [words.discountOf(shareText(discount, view))])]
  return all.length === 0 ? [words.nothingGiven] : [all.join(words.comma)]
}

const shareText = (basisPoints: number | null, { words }: PolicyView): string =>
  basisPoints === null ? words.unlimited : `${basisPoints / 100}%`

const limitsTable = (view: PolicyView): Markup => {
  const { bundle, words, naming } = view
  const { limit } = words
  const which = (names: readonly string[] | "all", called: (name: string) => string): string =>
    names === "all" ? words.allOf : naming.list(names.map(called))
  const gate = (name: string): string => {
    const loop = bundle.loops.find(({ gates }) => gates.some((one) => one.name === name))
    return loop === undefined ? name : naming.gate(loop, name)
  }
  const head = [
    limit.role,
    limit["per-case"],
    limit["per-day"],
    limit["per-month"],
    limit["per-year"],
    limit.discount,
    limit.resources,
    limit.close,
    limit.regrade,
    limit.waive
  ]
  const rows = bundle.authority.limits.map((rule) => [
    naming.one(rule.role),
    ...spans.map((span) => {
      const amount = rule.compensate?.[span]
      return amount === undefined ? "" : amountText(amount, view)
    }),
    rule.discount === undefined ? "" : shareText(rule.discount, view),
    rule.resources === undefined ? "" : rule.resources === null ? words.unlimited : String(rule.resources),
    which(rule.close, (level) => level),
    which(rule.regrade, (level) => level),
    which(rule.waive, gate)
  ])
  return denseTable(head, rows)
}

const rights = ({ bundle, words, naming, context }: PolicyView): Markup => {
  const { approval, apart, publish, move, erase, spotCheck } = bundle.authority
  const duty = (name: string): string => Text.word("duty", name, context.language)
  const published =
    publish &&
    [naming.who(publish.by), ...(publish.signOff.length === 0 ? [] : [words.signed(naming.who(publish.signOff))])].join(
      words.comma
    )
  return pairs([
    [words.approval, words.approvalSays(naming.length(approval.within), approval.unanswered)],
    [words.apart, apart.length === 0 ? undefined : words.apartSays(naming.list(apart.map(duty)))],
    [words.publish, published],
    [words.move, move && naming.who(move.by)],
    [words.erase, erase && naming.who(erase.by)],
    [
      words.spotCheck,
      spotCheck &&
        words.spotCheckSays(`${spotCheck.share * 100}%`, naming.list(spotCheck.of.map(duty)), naming.who(spotCheck.by))
    ]
  ])
}
