import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import { zh } from "../form/Blanks.ts"

export const ofOwnership: Sentences<"ownership"> = {
  "ownership/not-owner": (details, wording) =>
    zh`首问人是 ${wording.called(details.owner)}，不是 ${wording.called(details.actor)}`,
  "ownership/unknown-person": (details, wording) =>
    zh`人员表里没有 ${quoted(details.person)}${opt(details.known, (k) => `，有 ${wording.names(k)}`)}`,
  "ownership/away": (details, wording) =>
    zh`${quoted(details.person)} ${details.until === "" ? "不在岗" : zh`${wording.date(details.until)} 前不在岗`}${opt(details.deputy, (p) => zh`，由 ${quoted(p)} 代理`)}`,
  "ownership/to-oneself": (details) => zh`首问人已经是 ${quoted(details.person)}`,
  "ownership/offer-pending": (details) => zh`已有一次移交在等 ${quoted(details.to)} 接收`,
  "ownership/no-offer": (details, wording) =>
    details.to === ""
      ? "目前没有待接收的移交"
      : zh`这次移交是给 ${quoted(details.to)} 的，不是 ${wording.called(details.actor)}`,
  "ownership/too-many-handovers": (details) =>
    zh`${details.hops === "0" ? "策略不允许移交" : `案件已移交 ${details.hops} 次`}，须由 ${quoted(details.arbiter)} 裁决`,
  "ownership/recused": (details, wording) =>
    zh`${quoted(details.actor)} 须回避本案，现由 ${wording.called(details.owner)} 负责`,
  "ownership/not-yours-to-lend": (details) =>
    zh`${quoted(details.role)} 不是 ${quoted(details.actor)} 自己的角色，不能委托`,
  "ownership/already-over": (details) => zh`委托的截止时间须在将来，${quoted(details.until)} 不是`,
  "ownership/no-part": (details, wording) =>
    zh`${quoted(details.actor)} 所代表的部门没有待答复的部分${opt(details.open, (o) => `，尚待 ${wording.names(o)} 答复`)}`,
  "ownership/outside-department": (details) => zh`${quoted(details.to)} 属于其他部门，策略不允许跨部门移交`
}
