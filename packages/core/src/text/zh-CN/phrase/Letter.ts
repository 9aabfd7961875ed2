import type * as en from "../../en/phrase/Letter.ts"
import type { Like } from "../../shape/Like.ts"

export const letter: Like<typeof en.letter> = {
  team: "我们的团队",
  customer: "客户",
  about: (id) => `关于案件 ${id}`,
  andMore: (subject, others) => `${subject}（另有 ${others} 条）`,
  reference: (id) => `案件编号：${id}`,
  yes: "是",
  no: "否"
}
