/** `gate/…`: why a gate cannot be passed, signed, explained or answered now. */
import { names, opt, quoted, zh } from "../phrase/Said.ts"
import { word } from "../phrase/Words.ts"
import { entry } from "./Entry.ts"
import { anyOf, who } from "./Person.ts"

const state = (status: string, language: "en" | "zh-CN"): string => word("gate-state", status, language)

export const ofGate = {
  "gate/unknown": entry(["gate", "known*?"], {
    en: (s) => `this loop has no gate ${quoted(s.gate)}${opt(s.known, (k) => `; it has ${names(k, "en")}`)}`,
    "zh-CN": (s) => zh`本闭环没有关口 ${quoted(s.gate)}${opt(s.known, (k) => `，只有 ${names(k, "zh-CN")}`)}`
  }),
  "gate/not-open": entry(["gate?", "status?"], {
    en: (s) =>
      s.gate === ""
        ? "no gate waits for such an answer"
        : `gate ${quoted(s.gate)} is ${opt(s.status, (status) => `${state(status, "en")}, `)}not open`,
    "zh-CN": (s) =>
      s.gate === ""
        ? "没有关口在等这样的答复"
        : zh`关口 ${quoted(s.gate)} 不在进行中${opt(s.status, (status) => `（${state(status, "zh-CN")}）`)}`
  }),
  "gate/order": entry(["gate", "after*"], {
    en: (s) => `gate ${quoted(s.gate)} comes after ${names(s.after, "en")}`,
    "zh-CN": (s) => zh`关口 ${quoted(s.gate)} 须在 ${names(s.after, "zh-CN")} 之后`
  }),
  "gate/settled": entry(["gate", "status"], {
    en: (s) => `gate ${quoted(s.gate)} is already ${state(s.status, "en")}`,
    "zh-CN": (s) => zh`关口 ${quoted(s.gate)} ${state(s.status, "zh-CN")}`
  }),
  "gate/wrong-person": entry(["gate", "by*", "actor", "owner?"], {
    en: (s) => `${what(s.gate, "en")} is for ${anyOf(s.by, "en", "or", s.owner)}, not for ${who(s.actor, "en")}`,
    "zh-CN": (s) =>
      zh`${what(s.gate, "zh-CN")}须由 ${anyOf(s.by, "zh-CN", "or", s.owner)} 办理，不是 ${who(s.actor, "zh-CN")}`
  }),
  "gate/same-person": entry(["gate", "other", "actor"], {
    en: (s) => `${who(s.actor, "en")} passed ${quoted(s.other)}, so gate ${quoted(s.gate)} is for somebody else`,
    "zh-CN": (s) => zh`${who(s.actor, "zh-CN")} 已通过 ${quoted(s.other)}，关口 ${quoted(s.gate)} 须由他人办理`
  }),
  "gate/fields-missing": entry(["gate", "missing*"], {
    en: (s) => `gate ${quoted(s.gate)} needs ${names(s.missing, "en")}`,
    "zh-CN": (s) => zh`关口 ${quoted(s.gate)} 还缺 ${names(s.missing, "zh-CN")}`
  }),
  "gate/not-yet-known": entry(["gate"], {
    en: (s) => `whether gate ${quoted(s.gate)} is needed is not known before the gate it asks about is settled`,
    "zh-CN": (s) => zh`关口 ${quoted(s.gate)} 是否需要，要等它所问的关口了结后才知道`
  }),
  "gate/signature-not-asked": entry(["gate", "asked*"], {
    en: (s) =>
      s.asked.length === 0
        ? `gate ${quoted(s.gate)} asks for no signature`
        : `gate ${quoted(s.gate)} asks for the signature of ${anyOf(s.asked, "en", "and")}, not for yours`,
    "zh-CN": (s) =>
      s.asked.length === 0
        ? zh`关口 ${quoted(s.gate)} 不需要会签`
        : zh`关口 ${quoted(s.gate)} 须由 ${anyOf(s.asked, "zh-CN")} 会签，不是您`
  }),
  "gate/cannot-explain": entry(["gate"], {
    en: (s) => `gate ${quoted(s.gate)} cannot be explained here: it must be passed`,
    "zh-CN": (s) => zh`关口 ${quoted(s.gate)} 在此不能以说明代替，必须通过`
  })
}

/** What else is for somebody: the facts, the classification, withdrawing. */
const what = (gate: string, language: "en" | "zh-CN"): string => {
  const plain: Readonly<Record<string, readonly [string, string]>> = {
    write: ["writing for the customer", "代客户来信"],
    facts: ["recording facts", "记录事实"],
    withdrawn: ["withdrawing", "撤回"],
    classification: ["correcting the classification", "更正分类"]
  }
  const said = plain[gate]
  if (said !== undefined) return said[language === "en" ? 0 : 1]
  return language === "en" ? `gate ${quoted(gate)}` : `关口 ${quoted(gate)} `
}
