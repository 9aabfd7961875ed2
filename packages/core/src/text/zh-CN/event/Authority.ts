import type { Approval, AuthorityEvents, Exchange, Power } from "../../../case/track/Authority.ts"
import type { EventOf } from "../../../case/track/Track.ts"
import { isMachine } from "../../../people/Actor.ts"
import { placesOf } from "../../shape/Parts.ts"
import { opt } from "../../shape/Said.ts"
import type { Lines, Voice } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

const approvedBy = (v: Voice, id: string | undefined): string => opt(id, (by) => zh`（${v.who(by)} 批准）`)

/** Returns the thing that waits for approval, as a noun. */
const asked = ({ command, amount }: Approval, v: Voice): string => {
  switch (command.do) {
    case "compensate":
      // Its worth is not known yet: nobody has a rate.
      return amount === 0 ? String(command.amount) : v.amount(command.do, amount)
    case "discount":
      return zh`折扣 ${v.amount(command.do, amount)}`
    case "grant":
      return zh`资源 ${v.amount(command.do, amount)} 份`
    case "regrade":
      return zh`改级为 ${command.to}`
    case "waive":
      return zh`豁免 ${v.gate(command.gate)}`
    case "extend":
      return zh`延期 ${v.clock(command.clock)}`
    case "close":
      return "结案"
  }
}

const limits = (rules: readonly string[], v: Voice): readonly string[] => {
  return rules.flatMap((rule) => {
    const limit = v.view.limit?.(rule)
    if (limit?.amount === undefined) return []
    const over = limit.window === undefined ? "" : v.word("window", limit.window)
    return [zh`限额 ${over}${over === "" ? "" : " "}${limit.amount}`]
  })
}

/** Returns whose authority a request exceeds, and where the rule stands: the first half of the answer to a command. */
export const overLimit = ({ by, rules }: Approval, v: Voice): string => {
  const parts = rules.map((rule) => {
    const limit = v.view.limit?.(rule)
    const over = limit?.window === undefined ? "" : v.word("window", limit.window)
    const where = opt(v.place(rule), (place) => `（${place}）`)
    return limit?.amount === undefined
      ? zh`${v.who(by)} 的权限${where}`
      : zh`${v.who(by)} ${over} ${limit.amount} 的限额${where}`
  })
  return zh`超出 ${v.list(parts)}`
}

/** Returns who was asked and until when. */
export const askedOf = ({ person, dueAt, full }: Approval, at: number, v: Voice): string => {
  return zh`已请 ${v.who(person)} ${dueAt === null ? "" : zh`在 ${v.due(dueAt, at)} 前`}审批${full === true ? "（有权审批的人员额度均已用完）" : ""}`
}

/** The same line for every power. */
type Given = (e: AuthorityEvents["compensated"], v: Voice) => string

const used =
  (power: Power): Given =>
  (e, v) => {
    const value = v.amount(power, e.amount)
    const what =
      power === "discount"
        ? zh`给予折扣 ${value}`
        : power === "grant"
          ? zh`给予资源 ${value} 份`
          : zh`给予补偿 ${value}`
    return zh`${v.who(e.by)} ${what}${at(e.exchanged)}${approvedBy(v, e.approvedBy)}${v.why(e.reason)}`
  }

/** The amount as it was asked for in another currency, and the rate that made it one of the policy's. */
const at = (exchanged: Exchange | undefined): string => {
  if (exchanged === undefined) return ""
  const { amount, currency, rate, of } = exchanged
  return zh`（${amount} ${currency}，汇率 ${rate}${opt(of, (o) => `，${o}`)}）`
}

export const authority: Lines<AuthorityEvents> = {
  compensated: used("compensate"),
  discounted: used("discount"),
  "resources-granted": used("grant"),
  "approval-asked": ({ approval, at }, v) => {
    const by = approval.dueAt === null ? "" : zh`在 ${v.due(approval.dueAt, at)} 前`
    return zh`请 ${v.who(approval.person)} ${by}批准 ${asked(approval, v)}${opt(limits(approval.rules, v).join("、"), (l) => `（${l}）`)}`
  },
  approved: (e, v) => zh`${v.who(e.by)} 批准了申请`,
  denied: (e, v) => {
    const what = e.asked === undefined ? "申请" : `${v.word("verb", e.asked)}申请`
    return zh`${isMachine(e.by) ? `${what}被驳回` : zh`${v.who(e.by)} 驳回了${what}`}${v.why(e.reason)}`
  },
  "approval-lapsed": (e, v) => zh`截至 ${v.due(e.dueAt, e.at)} 无人审批`,
  "approval-ended": (e, v) => zh`${v.word("verb", e.asked)}申请终止${v.why(e.reason)}`,
  "spot-check-drawn": (e, v) =>
    zh`抽中复查：${v.who(e.by)} 的 ${v.word("duty", e.of)}${opt(e.person, (p) => zh`，由 ${v.who(p)} 复查`)}`,
  "spot-check-found": (e, v) =>
    zh`${v.who(e.by)} 抽查认定该决定${e.finding === "right" ? "正确" : "有误"}${v.why(e.reason)}`,
  "demands-reduced": (e, v) =>
    zh`${v.who(e.by)} 降低了 ${e.part ?? "本案"} 的要求：${v.list(lessened(e, v))}${v.why(e.reason)}`,
  "command-refused": (e, v) =>
    zh`${v.who(e.by)} 申请 ${v.word("verb", e.asked)} 被拒绝${opt(placesOf(e.rules, v), (p) => `（${p}）`)}`
}

/** What a case demands no more, each as a phrase. */
const lessened = (
  { gates, grades, clocks, at }: EventOf<AuthorityEvents, "demands-reduced">,
  v: Voice
): readonly string[] => {
  return [
    ...gates.map((gate) => zh`不再需要 ${v.gate(gate)}`),
    ...grades.map(({ dimension, from, to }) => zh`${v.view.dimensionTitle(dimension)} 由 ${from} 降为 ${to ?? "无"}`),
    ...clocks.map(({ clock, to }) => {
      if (to === undefined) return zh`${v.clock(clock)} 不再有时限`
      return zh`${v.clock(clock)} 的时限改为 ${v.due(to, at)}`
    })
  ]
}
