/** What simulated people write: short and to the point, in the language of the policy. */
import type { Like } from "@hearback/core"
import type * as en from "../en/Writings.ts"

export const writing: Like<typeof en.writing> = {
  "hand-over": "由更熟悉情况的同事办理",
  compensate: "弥补客户因此遇到的不便",
  deny: "现有记录不足以支持该申请",
  "found-wrong": "该决定与案件记录不符",
  reclassify: "按客户原话确定",
  reopen: "客户表示问题没有解决",
  extend: "办理时间超出预计",
  waive: "此关口已无需办理",
  split: "属另一事项，需单独办理",
  proposal: "我们将予以纠正，完成后告知您。",
  result: "问题已经纠正。",
  cause: "逐层追问所得原因",
  finding: "见案件记录",
  action: "改掉导致问题的做法",
  metric: "每月同类案件数",
  target: "零件",
  proof: "此后未再出现同类案件",
  reason: "经权衡成本与收益",
  where: "客户现场",
  demand: "希望解决问题",
  description: "如客户所述"
}
