import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import type { Wording } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const ofGate: Sentences<"gate"> = {
  "gate/unknown": (s, v) => zh`本闭环没有关口 ${quoted(s.gate)}${opt(s.known, (k) => `，只有 ${v.names(k)}`)}`,
  "gate/not-open": (details, wording) =>
    details.gate === ""
      ? "没有关口在等这样的答复"
      : zh`关口 ${quoted(details.gate)} 不在进行中${opt(details.status, (status) => `（${wording.word("gate-state", status)}）`)}`,
  "gate/order": (s, v) => zh`关口 ${quoted(s.gate)} 须在 ${v.names(s.after)} 之后`,
  "gate/settled": (s, v) => zh`关口 ${quoted(s.gate)} ${v.word("gate-state", s.status)}`,
  "gate/wrong-person": (details, wording) =>
    zh`${what(details.gate, wording)}须由 ${wording.anyOf(details.by, "or", details.owner)} 办理，不是 ${wording.called(details.actor)}`,
  "gate/same-person": (s, v) => zh`${v.called(s.actor)} 已通过 ${quoted(s.other)}，关口 ${quoted(s.gate)} 须由他人办理`,
  "gate/fields-missing": (s, v) => zh`关口 ${quoted(s.gate)} 还缺 ${v.names(s.missing)}`,
  "gate/not-yet-known": (s) => zh`关口 ${quoted(s.gate)} 是否需要，要等它所问的关口了结后才知道`,
  "gate/signature-not-asked": (details, wording) =>
    details.asked.length === 0
      ? zh`关口 ${quoted(details.gate)} 不需要会签`
      : zh`关口 ${quoted(details.gate)} 须由 ${wording.anyOf(details.asked)} 会签，不是您`,
  "gate/cannot-explain": (s) => zh`关口 ${quoted(s.gate)} 在此不能以说明代替，必须通过`
}

/** What else is for somebody: the facts, the classification, withdrawing. */
const what = (gate: string, wording: Wording): string => {
  const said = wording.word("task", gate)
  return said === gate ? `关口 ${quoted(gate)} ` : said
}
