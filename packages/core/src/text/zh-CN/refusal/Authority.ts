import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import type { Wording } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const ofAuthority: Sentences<"authority"> = {
  "authority/over-limit": (s, v) =>
    s.limit === ""
      ? zh`${opt(s.asked, (a) => v.word("verb", a))}超出 ${whose(s.actor, v)} 的权限`
      : zh`${s.amount === "" ? "金额" : `${s.amount} `}超出 ${whose(s.actor, v)} ${opt(s.window, (w) => v.word("window", w))} ${s.limit} 的限额`,
  "authority/none": (s, v) =>
    s.by.length === 0
      ? zh`${whose(s.actor, v)} 没有权限，须由员工本人办理`
      : zh`${whose(s.actor, v)} 在此无权办理，有权的是 ${v.anyOf(s.by)}`,
  "authority/self-approval": (s, v) => zh`申请人就是 ${whose(s.actor, v)}，谁也不能批准自己的申请`,
  "authority/apart": (s, v) =>
    zh`${whose(s.actor, v)} 已办过本案的 ${v.word("duty", s.other)}，不得再办 ${v.word("duty", s.duty)}`,
  "authority/nobody": () => "人员表里没有其他人有权批准",
  "authority/gate-lost": (s, v) => zh`将不再需要关口 ${quoted(s.gate)}，${mayNot(s, v, "waive")}`,
  "authority/grade-weaker": (s, v) =>
    zh`${quoted(s.dimension)} 将由 ${s.from} 降${s.to === "" ? "级" : zh`为 ${s.to}`}，${mayNot(s, v, "regrade")}`,
  "authority/deadline-later": (s, v) =>
    zh`${s.to === "" ? zh`${quoted(s.clock)} 的时限将取消` : zh`${quoted(s.clock)} 的时限将${opt(s.from, (from) => zh`由 ${v.date(from)} `)}推迟到 ${v.date(s.to)}`}，${mayNot(s, v, "extend")}`,
  "authority/no-request": (s, v) => {
    const ended = opt(s.ended, (why) => `该申请已终止：${v.word("because", why)}；`)
    return s.open.length === 0 ? `${ended}没有待批的申请` : zh`${ended || "没有这项申请，"}待批的有 ${v.names(s.open)}`
  },
  "authority/amount": (s) =>
    s.unit === "%"
      ? zh`${quoted(s.amount)} 不是有效的折扣，应写作 \`10%\`，至多 \`100%\``
      : s.unit === ""
        ? zh`${quoted(s.amount)} 不是整数份`
        : zh`${quoted(s.amount)} 不是有效的数额（币种 ${s.unit}）`,
  "authority/no-rate": (s) =>
    zh`宿主系统没有给出汇率，无法折算 ${quoted(s.amount)}${opt(s.currency, (c) => zh`（折成 ${c}）`)}`,
  "authority/not-drawn": (s, v) =>
    s.open.length === 0 ? "没有待抽查的决定" : zh`没有抽中这项决定，待查的有 ${v.names(s.open)}`,
  "authority/own-decision": (s, v) => zh`${whose(s.actor, v)} 参与过这项决定，谁也不能抽查自己的决定`,
  "grade/unknown-level": (s, v) => zh`没有等级 ${quoted(s.level)}${opt(s.known, (k) => `，等级有 ${v.names(k)}`)}`,
  "grade/derived": (s) => zh`${quoted(s.dimension)} 由矩阵推导，不能直接设定，请改矩阵的依据`
}

/** Says that somebody may not let a case demand less, and who may. */
interface MayNot {
  readonly actor: string
  readonly roles: readonly string[]
}

const mayNot = ({ actor, roles }: MayNot, v: Wording, power: string): string => {
  const lacks = zh`${whose(actor, v)} 在此无权 ${v.word("verb", power)}`
  return roles.length === 0 ? zh`${lacks}，也无人有权` : zh`${lacks}，有权的是 ${v.names(roles, "or")}`
}

const whose = (actor: string, v: Wording): string => (actor === "" ? "此人" : v.called(actor))
