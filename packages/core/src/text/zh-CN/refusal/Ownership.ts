import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import { zh } from "../form/Blanks.ts"

export const ofOwnership: Sentences<"ownership"> = {
  "ownership/not-owner": (s, v) => zh`首问人是 ${v.called(s.owner)}，不是 ${v.called(s.actor)}`,
  "ownership/unknown-person": (s, v) =>
    zh`人员表里没有 ${quoted(s.person)}${opt(s.known, (k) => `，有 ${v.names(k)}`)}`,
  "ownership/away": (s, v) =>
    zh`${quoted(s.person)} ${s.until === "" ? "不在岗" : zh`${v.date(s.until)} 前不在岗`}${opt(s.deputy, (p) => zh`，由 ${quoted(p)} 代理`)}`,
  "ownership/to-oneself": (s) => zh`首问人已经是 ${quoted(s.person)}`,
  "ownership/offer-pending": (s) => zh`已有一次移交在等 ${quoted(s.to)} 接收`,
  "ownership/no-offer": (s, v) =>
    s.to === "" ? "目前没有待接收的移交" : zh`这次移交是给 ${quoted(s.to)} 的，不是 ${v.called(s.actor)}`,
  "ownership/too-many-handovers": (s) =>
    zh`${s.hops === "0" ? "策略不允许移交" : `案件已移交 ${s.hops} 次`}，须由 ${quoted(s.arbiter)} 裁决`,
  "ownership/recused": (s, v) => zh`${quoted(s.actor)} 须回避本案，现由 ${v.called(s.owner)} 负责`,
  "ownership/not-yours-to-lend": (s) => zh`${quoted(s.role)} 不是 ${quoted(s.actor)} 自己的角色，不能委托`,
  "ownership/already-over": (s) => zh`委托的截止时间须在将来，${quoted(s.until)} 不是`,
  "ownership/no-part": (s, v) =>
    zh`${quoted(s.actor)} 所代表的部门没有待答复的部分${opt(s.open, (o) => `，尚待 ${v.names(o)} 答复`)}`,
  "ownership/outside-department": (s) => zh`${quoted(s.to)} 属于其他部门，策略不允许跨部门移交`
}
