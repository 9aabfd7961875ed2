/** What was granted, under whose authority, and what waits for somebody else's. */

import type { Approval, AuthorityEvents, Exchange, Power } from "../../case/track/Authority.ts"
import type { EventOf } from "../../case/track/Track.ts"
import { isMachine } from "../../people/Actor.ts"
import type { Language } from "../../policy/Bundle.ts"
import { say } from "../phrase/Amount.ts"
import { opt, zh } from "../phrase/Said.ts"
import type { Lines, Voice } from "../phrase/Voice.ts"
import { why } from "../phrase/Voice.ts"
import { window } from "../refusal/Authority.ts"

const given = (power: Power, value: number, v: Voice): string => say(power, value, v.view.money)

const approvedBy = (v: Voice, id: string | undefined): string =>
  opt(id, (by) => (v.language === "en" ? ` (approved by ${v.who(by)})` : zh`（${v.who(by)} 批准）`))

/** Returns the thing that waits for approval, as a noun. */
const asked = ({ command, amount }: Approval, v: Voice): string => {
  const en = v.language === "en"
  switch (command.do) {
    case "compensate":
      // Its worth is not known yet: nobody has a rate.
      return amount === 0 ? String(command.amount) : given(command.do, amount, v)
    case "discount":
      return en ? `a discount of ${given(command.do, amount, v)}` : zh`折扣 ${given(command.do, amount, v)}`
    case "grant":
      return en ? `${given(command.do, amount, v)} units of resources` : zh`资源 ${given(command.do, amount, v)} 份`
    case "regrade":
      return en ? `regrading to ${command.to}` : zh`改级为 ${command.to}`
    case "waive":
      return en ? `waiving ${v.gate(command.gate)}` : zh`豁免 ${v.gate(command.gate)}`
    case "extend":
      return en ? `extending ${v.clock(command.clock)}` : zh`延期 ${v.clock(command.clock)}`
    case "close":
      return en ? "closing the case" : "结案"
  }
}

const limits = (rules: readonly string[], v: Voice): readonly string[] => {
  const en = v.language === "en"
  return rules.flatMap((rule) => {
    const limit = v.view.limit?.(rule)
    if (limit?.amount === undefined) return []
    const over = limit.window === undefined ? "" : window(limit.window, v.language)
    return [
      en
        ? `limit ${limit.amount}${over === "" ? "" : ` ${over}`}`
        : zh`限额 ${over}${over === "" ? "" : " "}${limit.amount}`
    ]
  })
}

/** Returns whose authority a request exceeds, and where the rule stands: the first half of the answer to a command. */
export const overLimit = ({ by, rules }: Approval, v: Voice): string => {
  const en = v.language === "en"
  const parts = rules.map((rule) => {
    const limit = v.view.limit?.(rule)
    const over = limit?.window === undefined ? "" : window(limit.window, v.language)
    const where = opt(v.place(rule), (place) => (en ? ` (${place})` : `（${place}）`))
    if (en)
      return limit?.amount === undefined
        ? `the authority of ${v.who(by)}${where}`
        : `${v.who(by)}'s limit of ${limit.amount}${over === "" ? "" : ` ${over}`}${where}`
    return limit?.amount === undefined
      ? zh`${v.who(by)} 的权限${where}`
      : zh`${v.who(by)} ${over} ${limit.amount} 的限额${where}`
  })
  return en ? `over ${v.list(parts)}` : zh`超出 ${v.list(parts)}`
}

/** Returns who was asked and until when. */
export const askedOf = ({ person, dueAt, full }: Approval, at: number, v: Voice): string => {
  if (v.language === "en")
    return `asked of ${v.who(person)}${dueAt === null ? "" : ` by ${v.due(dueAt, at)}`}${full === true ? ", though nobody who may has room left in their limits" : ""}`
  return zh`已请 ${v.who(person)} ${dueAt === null ? "" : zh`在 ${v.due(dueAt, at)} 前`}审批${full === true ? "（有权审批的人员额度均已用完）" : ""}`
}

/** The same line for every power. */
type Given = Readonly<Record<Language, (e: AuthorityEvents["compensated"], v: Voice) => string>>

const used = (power: Power): Given => ({
  en: (e, v) => {
    const value = given(power, e.amount, v)
    const what =
      power === "discount" ? `a discount of ${value}` : power === "grant" ? `${value} units of resources` : value
    return `${v.who(e.by)} gave ${what}${at(e.exchanged, "en")}${approvedBy(v, e.approvedBy)}${why(v, e.reason)}`
  },
  "zh-CN": (e, v) => {
    const value = given(power, e.amount, v)
    const what =
      power === "discount" ? zh`给予折扣 ${value}` : power === "grant" ? zh`给予资源 ${value} 份` : zh`补偿 ${value}`
    return zh`${v.who(e.by)} ${what}${at(e.exchanged, "zh-CN")}${approvedBy(v, e.approvedBy)}${why(v, e.reason)}`
  }
})

/** The amount as it was asked for in another currency, and the rate that made it one of the policy's. */
const at = (exchanged: Exchange | undefined, language: Language): string => {
  if (exchanged === undefined) return ""
  const { amount, currency, rate, of } = exchanged
  return language === "en"
    ? ` (${amount} ${currency} at ${rate}${opt(of, (o) => `, ${o}`)})`
    : zh`（${amount} ${currency}，汇率 ${rate}${opt(of, (o) => `，${o}`)}）`
}

export const authority: Lines<AuthorityEvents> = {
  compensated: used("compensate"),
  discounted: used("discount"),
  "resources-granted": used("grant"),
  "approval-asked": {
    en: ({ approval, at }, v) => {
      const by = approval.dueAt === null ? "" : ` by ${v.due(approval.dueAt, at)}`
      return `asked ${v.who(approval.person)} to approve ${asked(approval, v)}${by}${opt(limits(approval.rules, v).join(", "), (l) => ` (${l})`)}`
    },
    "zh-CN": ({ approval, at }, v) => {
      const by = approval.dueAt === null ? "" : zh`在 ${v.due(approval.dueAt, at)} 前`
      return zh`请 ${v.who(approval.person)} ${by}批准 ${asked(approval, v)}${opt(limits(approval.rules, v).join("、"), (l) => `（${l}）`)}`
    }
  },
  approved: {
    en: (e, v) => `${v.who(e.by)} approved the request`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 批准了申请`
  },
  denied: {
    en: (e, v) => {
      const what = e.asked === undefined ? "the request" : `the request to ${v.word("verb", e.asked)}`
      return `${isMachine(e.by) ? `${what} is denied` : `${v.who(e.by)} denied ${what}`}${why(v, e.reason)}`
    },
    "zh-CN": (e, v) => {
      const what = e.asked === undefined ? "申请" : `${v.word("verb", e.asked)}申请`
      return zh`${isMachine(e.by) ? `${what}被驳回` : zh`${v.who(e.by)} 驳回了${what}`}${why(v, e.reason)}`
    }
  },
  "approval-lapsed": {
    en: (e, v) => `nobody decided the request by ${v.due(e.dueAt, e.at)}`,
    "zh-CN": (e, v) => zh`至 ${v.due(e.dueAt, e.at)} 无人审批`
  },
  "approval-ended": {
    en: (e, v) => `the request to ${v.word("verb", e.asked)} ended${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.word("verb", e.asked)}申请终止${why(v, e.reason)}`
  },
  "spot-check-drawn": {
    en: (e, v) =>
      `drawn for a spot check: ${v.word("duty", e.of)} by ${v.who(e.by)}${opt(e.person, (p) => `, ${v.who(p)} looks at it`)}`,
    "zh-CN": (e, v) =>
      zh`抽查：${v.who(e.by)} 的 ${v.word("duty", e.of)}${opt(e.person, (p) => zh`，由 ${v.who(p)} 复查`)}`
  },
  "spot-check-found": {
    en: (e, v) => `${v.who(e.by)} found the decision ${e.finding}${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 抽查认定该决定${e.finding === "right" ? "正确" : "有误"}${why(v, e.reason)}`
  },
  "demands-reduced": {
    en: (e, v) =>
      `${v.who(e.by)} let ${e.part ?? "the case"} demand less: ${v.list(lessened(e, v))}${why(v, e.reason)}`,
    "zh-CN": (e, v) =>
      zh`${v.who(e.by)} 减轻了 ${e.part ?? "本案"} 的要求：${v.list(lessened(e, v))}${why(v, e.reason)}`
  },
  "command-refused": {
    en: (e, v) =>
      `${v.who(e.by)} asked to ${v.word("verb", e.asked)} and was refused${opt(places(e.rules, v), (p) => ` (${p})`)}`,
    "zh-CN": (e, v) =>
      zh`${v.who(e.by)} 要求 ${v.word("verb", e.asked)}，被拒绝${opt(places(e.rules, v), (p) => `（${p}）`)}`
  }
}

const places = (rules: readonly string[], v: Voice): string =>
  v.list([...new Set(rules.map((rule) => v.place(rule) ?? rule))])

/** What a case demands no more, each as a phrase. */
const lessened = (
  { gates, grades, clocks, at }: EventOf<AuthorityEvents, "demands-reduced">,
  v: Voice
): readonly string[] => {
  const en = v.language === "en"
  return [
    ...gates.map((gate) => (en ? `${v.gate(gate)} is not owed any more` : zh`不再需要 ${v.gate(gate)}`)),
    ...grades.map(({ dimension, from, to }) =>
      en
        ? `${v.view.dimensionTitle(dimension)} falls from ${from} to ${to ?? "none"}`
        : zh`${v.view.dimensionTitle(dimension)} 由 ${from} 降为 ${to ?? "无"}`
    ),
    ...clocks.map(({ clock, to }) => {
      if (to === undefined) return en ? `${v.clock(clock)} has no deadline any more` : zh`${v.clock(clock)} 不再有时限`
      return en ? `${v.clock(clock)} is due ${v.due(to, at)}` : zh`${v.clock(clock)} 的时限改为 ${v.due(to, at)}`
    })
  ]
}
