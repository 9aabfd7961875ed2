/** Why something changes nothing. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/part/Reasons.ts"

export const why: Like<typeof en.why> = {
  noTimes: "没有写时刻：`every`",
  anyConclusion: "没有列出结论，等于任何结论都可以",
  same: "同因问题只按 `same` 的取值区分",
  noQuiet: "没有推迟发送：既无 `quiet` 时段，也无 `digest`",
  noAnswerWithin: "没有写 `answer-within` 时限",
  noWithin: "关口没有写 `within`",
  noAfter: "关口没有写 `after`，不等待任何关口",
  noHandover: "`at-most: 0` 表示不移交，只由裁决人改派",
  notItself: "关口不能替代自己",
  noPause: "没有任何原因会暂停这个时钟",
  oneLength: "无论等级如何，时限都一样",
  noDates: "这个时钟不按日期计算",
  noWorkingTime: "这个时钟按自然时间计算，与工作时间无关"
}
