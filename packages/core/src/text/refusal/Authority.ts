/** `authority/…` and `grade/…`: what exceeds somebody's limit, and what no limit allows. */
import { names, opt, quoted, zh } from "../phrase/Said.ts"
import { word } from "../phrase/Words.ts"
import { entry } from "./Entry.ts"
import { anyOf, who } from "./Person.ts"

const windows: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  "per-case": ["per case", "每件"],
  "per-day": ["per day", "每日"],
  "per-month": ["per month", "每月"],
  "per-year": ["per year", "每年"]
}

/** Says over which window a limit is summed. */
export const window = (name: string, language: "en" | "zh-CN"): string =>
  windows[name]?.[language === "en" ? 0 : 1] ?? name

export const ofAuthority = {
  "authority/over-limit": entry(["actor?", "asked?", "amount?", "limit?", "window?"], {
    en: (s) =>
      s.limit === ""
        ? `${opt(s.asked, (a) => `to ${word("verb", a, "en")} here `)}is over the authority of ${whose(s.actor, "en")}`
        : `${s.amount === "" ? "it" : s.amount} is over ${whose(s.actor, "en")}'s limit of ${s.limit}${opt(s.window, (w) => ` ${window(w, "en")}`)}`,
    "zh-CN": (s) =>
      s.limit === ""
        ? zh`${opt(s.asked, (a) => word("verb", a, "zh-CN"))}超出 ${whose(s.actor, "zh-CN")} 的权限`
        : zh`${s.amount === "" ? "金额" : `${s.amount} `}超出 ${whose(s.actor, "zh-CN")} ${opt(s.window, (w) => window(w, "zh-CN"))} ${s.limit} 的限额`
  }),
  "authority/none": entry(["actor?", "by*?"], {
    en: (s) =>
      s.by.length === 0
        ? `${whose(s.actor, "en")} has no authority: only a person of the staff may do this`
        : `${whose(s.actor, "en")} may not do this here; ${anyOf(s.by, "en")} may`,
    "zh-CN": (s) =>
      s.by.length === 0
        ? zh`${whose(s.actor, "zh-CN")} 没有权限，须由员工本人办理`
        : zh`${whose(s.actor, "zh-CN")} 在此无权办理，有权的是 ${anyOf(s.by, "zh-CN")}`
  }),
  "authority/self-approval": entry(["actor?"], {
    en: (s) => `${whose(s.actor, "en")} asked for it, and nobody approves their own request`,
    "zh-CN": (s) => zh`申请人就是 ${whose(s.actor, "zh-CN")}，谁也不能批准自己的申请`
  }),
  "authority/apart": entry(["actor", "duty", "other"], {
    en: (s) =>
      `${whose(s.actor, "en")} already had ${duty(s.other, "en")} on this case, and one person may not join it with ${duty(s.duty, "en")}`,
    "zh-CN": (s) =>
      zh`${whose(s.actor, "zh-CN")} 已办过本案的 ${duty(s.other, "zh-CN")}，不得再办 ${duty(s.duty, "zh-CN")}`
  }),
  "authority/nobody": entry([], {
    en: () => "nobody else in the directory may allow it",
    "zh-CN": () => "人员表里没有其他人有权批准"
  }),
  "authority/gate-lost": entry(["gate", "actor?", "roles*?"], {
    en: (s) => `gate ${quoted(s.gate)} would not be owed any more, ${mayNot(s, "waive")}`,
    "zh-CN": (s) => zh`将不再需要关口 ${quoted(s.gate)}，${mayNotZh(s, "waive")}`
  }),
  "authority/grade-weaker": entry(["dimension", "from", "to?", "actor?", "roles*?"], {
    en: (s) =>
      `${quoted(s.dimension)} would fall from ${s.from}${opt(s.to, (to) => ` to ${to}`)}, ${mayNot(s, "regrade")}`,
    "zh-CN": (s) =>
      zh`${quoted(s.dimension)} 将由 ${s.from} 降${s.to === "" ? "级" : zh`为 ${s.to}`}，${mayNotZh(s, "regrade")}`
  }),
  "authority/deadline-later": entry(["clock", "from?", "to?", "actor?", "roles*?"], {
    en: (s) =>
      `${s.to === "" ? `the deadline of ${quoted(s.clock)} would be given up` : `${quoted(s.clock)} would be due ${s.to}${opt(s.from, (from) => `, not ${from}`)}`}, ${mayNot(s, "extend")}`,
    "zh-CN": (s) =>
      zh`${s.to === "" ? zh`${quoted(s.clock)} 的时限将取消` : zh`${quoted(s.clock)} 的时限将${opt(s.from, (from) => zh`由 ${from} `)}推迟到 ${s.to}`}，${mayNotZh(s, "extend")}`
  }),
  "authority/no-request": entry(["open*", "ended?"], {
    en: (s) => {
      const ended = opt(s.ended, (why) => `the request ended: ${word("because", why, "en")}; `)
      return s.open.length === 0
        ? `${ended}nothing waits for approval`
        : `${ended || "there is no such request; "}open are ${names(s.open, "en")}`
    },
    "zh-CN": (s) => {
      const ended = opt(s.ended, (why) => `该申请已终止：${word("because", why, "zh-CN")}；`)
      return s.open.length === 0
        ? `${ended}没有待批的申请`
        : zh`${ended || "没有这项申请，"}待批的有 ${names(s.open, "zh-CN")}`
    }
  }),
  "authority/amount": entry(["amount", "unit?"], {
    en: (s) =>
      s.unit === "%"
        ? `${quoted(s.amount)} is no share of a price: it is written as \`10%\`, up to \`100%\``
        : s.unit === ""
          ? `${quoted(s.amount)} is no whole number of units`
          : `${quoted(s.amount)} is no amount in ${s.unit}`,
    "zh-CN": (s) =>
      s.unit === "%"
        ? zh`${quoted(s.amount)} 不是有效的折扣，应写作 \`10%\`，至多 \`100%\``
        : s.unit === ""
          ? zh`${quoted(s.amount)} 不是整数份`
          : zh`${quoted(s.amount)} 不是有效的数额（币种 ${s.unit}）`
  }),
  "authority/no-rate": entry(["amount", "currency?"], {
    en: (s) =>
      `nobody knows what ${quoted(s.amount)} is worth${opt(s.currency, (c) => ` in ${c}`)}: the host gave no rate`,
    "zh-CN": (s) => zh`宿主系统没有给出汇率，无法折算 ${quoted(s.amount)}${opt(s.currency, (c) => zh`（折成 ${c}）`)}`
  }),
  "authority/not-drawn": entry(["open*"], {
    en: (s) =>
      s.open.length === 0
        ? "no decision waits for a spot check"
        : `it was not drawn; waiting are ${names(s.open, "en")}`,
    "zh-CN": (s) =>
      s.open.length === 0 ? "没有待抽查的决定" : zh`没有抽中这项决定，待查的有 ${names(s.open, "zh-CN")}`
  }),
  "authority/own-decision": entry(["actor?"], {
    en: (s) => `${whose(s.actor, "en")} had a hand in it, and nobody checks their own decision`,
    "zh-CN": (s) => zh`${whose(s.actor, "zh-CN")} 参与过这项决定，谁也不能抽查自己的决定`
  }),
  "grade/unknown-level": entry(["level", "known*?"], {
    en: (s) =>
      `no dimension has a level ${quoted(s.level)}${opt(s.known, (k) => `; the levels are ${names(k, "en")}`)}`,
    "zh-CN": (s) => zh`没有等级 ${quoted(s.level)}${opt(s.known, (k) => `，等级有 ${names(k, "zh-CN")}`)}`
  }),
  "grade/derived": entry(["dimension"], {
    en: (s) => `${quoted(s.dimension)} comes from its matrix and is never set: set what the matrix reads`,
    "zh-CN": (s) => zh`${quoted(s.dimension)} 由矩阵推导，不能直接设定，请改矩阵的依据`
  })
}

/** Says that somebody may not let a case demand less, and who may. */
interface MayNot {
  readonly actor: string
  readonly roles: readonly string[]
}

const mayNot = ({ actor, roles }: MayNot, power: string): string => {
  const lacks = `and ${whose(actor, "en")} may not ${word("verb", power, "en")} here`
  return roles.length === 0 ? `${lacks}; nobody may` : `${lacks}; ${names(roles, "en", "or")} may`
}

const mayNotZh = ({ actor, roles }: MayNot, power: string): string => {
  const lacks = zh`${whose(actor, "zh-CN")} 在此无权 ${word("verb", power, "zh-CN")}`
  return roles.length === 0 ? zh`${lacks}，也无人有权` : zh`${lacks}，有权的是 ${names(roles, "zh-CN", "or")}`
}

const whose = (actor: string, language: "en" | "zh-CN"): string =>
  actor === "" ? (language === "en" ? "this person" : "此人") : who(actor, language)

const duty = (name: string, language: "en" | "zh-CN"): string => word("duty", name, language)
