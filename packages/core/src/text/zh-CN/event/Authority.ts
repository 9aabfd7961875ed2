import type { Approval, AuthorityEvents, Exchange, Power } from "../../../case/track/Authority.ts"
import type { EventOf } from "../../../case/track/Track.ts"
import { isMachine } from "../../../people/Actor.ts"
import { placesOf } from "../../shape/Parts.ts"
import { opt } from "../../shape/Said.ts"
import type { EventLines, Voice } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

const approvedBy = (wording: Voice, id: string | undefined): string => opt(id, (by) => zh`（${wording.who(by)} 批准）`)

/** Returns the thing that waits for approval, as a noun. */
const asked = ({ command, amount }: Approval, wording: Voice): string => {
  switch (command.do) {
    case "compensate":
      // Its worth is not known yet: nobody has a rate.
      return zh`补偿 ${amount === 0 ? String(command.amount) : wording.amount(command.do, amount)}`
    case "discount":
      return zh`折扣 ${wording.amount(command.do, amount)}`
    case "grant":
      return zh`资源 ${wording.amount(command.do, amount)} 份`
    case "regrade":
      return zh`改级为 ${command.to}`
    case "waive":
      return zh`豁免 ${wording.gate(command.gate)}`
    case "extend":
      return zh`延期 ${wording.clock(command.clock)}`
    case "close":
      return "结案"
  }
}

const limits = (rules: readonly string[], wording: Voice): readonly string[] => {
  return rules.flatMap((rule) => {
    const limit = wording.view.limit?.(rule)
    if (limit?.amount === undefined) return []
    const over = limit.window === undefined ? "" : wording.word("window", limit.window)
    return [zh`${over}限额 ${limit.amount}`]
  })
}

/** Returns whose authority a request exceeds, and where the rule stands: the first half of the answer to a command. */
export const overLimit = ({ by, rules }: Approval, wording: Voice): string => {
  const parts = rules.map((rule) => {
    const limit = wording.view.limit?.(rule)
    const over = limit?.window === undefined ? "" : wording.word("window", limit.window)
    const where = opt(wording.place(rule), (place) => `（${place}）`)
    return limit?.amount === undefined
      ? zh`${wording.who(by)} 的权限${where}`
      : zh`${wording.who(by)} ${over} ${limit.amount} 的限额${where}`
  })
  return zh`超出 ${wording.list(parts)}`
}

/** Returns who was asked and until when. */
export const askedOf = ({ person, dueAt, full }: Approval, at: number, wording: Voice): string => {
  return zh`已请 ${wording.who(person)} ${dueAt === null ? "" : zh`在 ${wording.due(dueAt, at)} 前`}审批${full === true ? "（有权审批的人员额度均已用完）" : ""}`
}

/** The same line for every power. */
type Given = (event: AuthorityEvents["compensated"], wording: Voice) => string

const used =
  (power: Power): Given =>
  (event, wording) => {
    const value = wording.amount(power, event.amount)
    const what =
      power === "discount"
        ? zh`给予折扣 ${value}`
        : power === "grant"
          ? zh`给予资源 ${value} 份`
          : zh`给予补偿 ${value}`
    return zh`${wording.who(event.by)} ${what}${at(event.exchanged)}${approvedBy(wording, event.approvedBy)}${wording.why(event.reason)}`
  }

/** The amount as it was asked for in another currency, and the rate that made it one of the policy's. */
const at = (exchanged: Exchange | undefined): string => {
  if (exchanged === undefined) return ""
  const { amount, currency, rate, of } = exchanged
  return zh`（${amount} ${currency}，汇率 ${rate}${opt(of, (o) => `，${o}`)}）`
}

export const authority: EventLines<AuthorityEvents> = {
  compensated: used("compensate"),
  discounted: used("discount"),
  "resources-granted": used("grant"),
  "approval-asked": ({ approval, at }, wording) => {
    const by = approval.dueAt === null ? "" : zh`在 ${wording.due(approval.dueAt, at)} 前`
    return zh`请 ${wording.who(approval.person)} ${by}批准 ${asked(approval, wording)}${opt(limits(approval.rules, wording).join("、"), (l) => `（${l}）`)}`
  },
  approved: (event, wording) => zh`${wording.who(event.by)} 批准了申请`,
  denied: (event, wording) => {
    const what = event.asked === undefined ? "申请" : `${wording.word("verb", event.asked)}申请`
    return zh`${isMachine(event.by) ? `${what}被驳回` : zh`${wording.who(event.by)} 驳回了${what}`}${wording.why(event.reason)}`
  },
  "approval-lapsed": (event, wording) => zh`截至 ${wording.due(event.dueAt, event.at)} 无人审批`,
  "approval-ended": (event, wording) => zh`${wording.word("verb", event.asked)}申请终止${wording.why(event.reason)}`,
  "spot-check-drawn": (event, wording) =>
    zh`抽中复查：${wording.who(event.by)} 的 ${wording.word("duty", event.of)}${opt(event.person, (p) => zh`，由 ${wording.who(p)} 复查`)}`,
  "spot-check-found": (event, wording) =>
    zh`${wording.who(event.by)} 抽查认定该决定${event.finding === "right" ? "正确" : "有误"}${wording.why(event.reason)}`,
  "demands-reduced": (event, wording) =>
    zh`${wording.who(event.by)} 降低了 ${event.part ?? "本案"} 的要求：${wording.list(lessened(event, wording))}${wording.why(event.reason)}`,
  "command-refused": (event, wording) =>
    zh`${wording.who(event.by)} 申请 ${wording.word("verb", event.asked)} 被拒绝${opt(placesOf(event.rules, wording), (p) => `（${p}）`)}`
}

/** What a case demands no more, each as a phrase. */
const lessened = (
  { gates, grades, clocks, at }: EventOf<AuthorityEvents, "demands-reduced">,
  wording: Voice
): readonly string[] => {
  return [
    ...gates.map((gate) => zh`不再需要 ${wording.gate(gate)}`),
    ...grades.map(
      ({ dimension, from, to }) => zh`${wording.view.dimensionTitle(dimension)} 由 ${from} 降为 ${to ?? "无"}`
    ),
    ...clocks.map(({ clock, to }) => {
      if (to === undefined) return zh`${wording.clock(clock)} 不再有时限`
      return zh`${wording.clock(clock)} 的时限改为 ${wording.due(to, at)}`
    })
  ]
}
