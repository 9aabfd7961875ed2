import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import type { Wording } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const ofGate: Sentences<"gate"> = {
  "gate/unknown": (details, wording) =>
    zh`本闭环没有关口 ${quoted(details.gate)}${opt(details.known, (k) => `，只有 ${wording.names(k)}`)}`,
  "gate/not-open": (details, wording) =>
    details.gate === ""
      ? "没有关口在等这样的答复"
      : zh`关口 ${quoted(details.gate)} 不在进行中${opt(details.status, (status) => `（${wording.word("gate-state", status)}）`)}`,
  "gate/order": (details, wording) => zh`关口 ${quoted(details.gate)} 须在 ${wording.names(details.after)} 之后`,
  "gate/settled": (details, wording) => zh`关口 ${quoted(details.gate)} ${wording.word("gate-state", details.status)}`,
  "gate/wrong-person": (details, wording) =>
    zh`${what(details.gate, wording)}须由 ${wording.anyOf(details.by, "or", details.owner)} 办理，不是 ${wording.called(details.actor)}`,
  "gate/same-person": (details, wording) =>
    zh`${wording.called(details.actor)} 已通过 ${quoted(details.other)}，关口 ${quoted(details.gate)} 须由他人办理`,
  "gate/fields-missing": (details, wording) => zh`关口 ${quoted(details.gate)} 还缺 ${wording.names(details.missing)}`,
  "gate/not-yet-known": (details) => zh`关口 ${quoted(details.gate)} 是否需要，要等它所问的关口了结后才知道`,
  "gate/signature-not-asked": (details, wording) =>
    details.asked.length === 0
      ? zh`关口 ${quoted(details.gate)} 不需要会签`
      : zh`关口 ${quoted(details.gate)} 须由 ${wording.anyOf(details.asked)} 会签，不是您`,
  "gate/cannot-explain": (details) => zh`关口 ${quoted(details.gate)} 在此不能以说明代替，必须通过`
}

/** What else is for somebody: the facts, the classification, withdrawing. */
const what = (gate: string, wording: Wording): string => {
  const said = wording.word("task", gate)
  return said === gate ? `关口 ${quoted(gate)} ` : said
}
