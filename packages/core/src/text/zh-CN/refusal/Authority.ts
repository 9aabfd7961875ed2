import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import type { Wording } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const ofAuthority: Sentences<"authority"> = {
  "authority/over-limit": (details, wording) =>
    details.limit === ""
      ? zh`${opt(details.asked, (a) => wording.word("verb", a))}超出 ${whose(details.actor, wording)} 的权限`
      : zh`${details.amount === "" ? "金额" : `${details.amount} `}超出 ${whose(details.actor, wording)} ${opt(details.window, (w) => wording.word("window", w))} ${details.limit} 的限额`,
  "authority/none": (details, wording) =>
    details.by.length === 0
      ? zh`${whose(details.actor, wording)} 没有权限，须由员工本人办理`
      : zh`${whose(details.actor, wording)} 在此无权办理，有权的是 ${wording.anyOf(details.by)}`,
  "authority/self-approval": (details, wording) =>
    zh`申请人就是 ${whose(details.actor, wording)}，谁也不能批准自己的申请`,
  "authority/apart": (details, wording) =>
    zh`${whose(details.actor, wording)} 已办过本案的 ${wording.word("duty", details.other)}，不得再办 ${wording.word("duty", details.duty)}`,
  "authority/nobody": () => "人员表里没有其他人有权批准",
  "authority/gate-lost": (details, wording) =>
    zh`将不再需要关口 ${quoted(details.gate)}，${mayNot(details, wording, "waive")}`,
  "authority/grade-weaker": (details, wording) =>
    zh`${quoted(details.dimension)} 将由 ${details.from} 降${details.to === "" ? "级" : zh`为 ${details.to}`}，${mayNot(details, wording, "regrade")}`,
  "authority/deadline-later": (details, wording) =>
    zh`${details.to === "" ? zh`${quoted(details.clock)} 的时限将取消` : zh`${quoted(details.clock)} 的时限将${opt(details.from, (from) => zh`由 ${wording.date(from)} `)}推迟到 ${wording.date(details.to)}`}，${mayNot(details, wording, "extend")}`,
  "authority/no-request": (details, wording) => {
    const ended = opt(details.ended, (why) => `该申请已终止：${wording.word("because", why)}；`)
    return details.open.length === 0
      ? `${ended}没有待批的申请`
      : zh`${ended || "没有这项申请，"}待批的有 ${wording.names(details.open)}`
  },
  "authority/amount": (details) =>
    details.unit === "%"
      ? zh`${quoted(details.amount)} 不是有效的折扣，应写作 \`10%\`，至多 \`100%\``
      : details.unit === ""
        ? zh`${quoted(details.amount)} 不是整数份`
        : zh`${quoted(details.amount)} 不是有效的数额（币种 ${details.unit}）`,
  "authority/no-rate": (details) =>
    zh`业务系统没有给出汇率，无法折算 ${quoted(details.amount)}${opt(details.currency, (c) => zh`（折成 ${c}）`)}`,
  "authority/not-drawn": (details, wording) =>
    details.open.length === 0 ? "没有待抽查的决定" : zh`没有抽中这项决定，待查的有 ${wording.names(details.open)}`,
  "authority/own-decision": (details, wording) =>
    zh`${whose(details.actor, wording)} 参与过这项决定，谁也不能抽查自己的决定`,
  "grade/unknown-level": (details, wording) =>
    zh`没有等级 ${quoted(details.level)}${opt(details.known, (k) => `，等级有 ${wording.names(k)}`)}`,
  "grade/derived": (details) => zh`${quoted(details.dimension)} 由矩阵得出，不能直接改，请改矩阵所依据的等级`
}

/** Says that somebody may not let a case demand less, and who may. */
interface MayNot {
  readonly actor: string
  readonly roles: readonly string[]
}

const mayNot = ({ actor, roles }: MayNot, wording: Wording, power: string): string => {
  const lacks = zh`${whose(actor, wording)} 在此无权 ${wording.word("verb", power)}`
  return roles.length === 0 ? zh`${lacks}，其他人也无权` : zh`${lacks}，有权的是 ${wording.names(roles, "or")}`
}

const whose = (actor: string, wording: Wording): string => (actor === "" ? "此人" : wording.called(actor))
