import type * as en from "../../en/phrase/Answers.ts"
import type { Like } from "../../shape/Like.ts"

export const answers: Like<typeof en.answers> = {
  yes: ["是", "是的", "对", "好", "有"],
  no: ["否", "不", "不是", "没", "没有"],
  skip: ["跳过", "略过", "不填"],
  none: ["无", "都没有", "没有"],
  fullMark: ["满分"],
  of: [],
  point: ["分", "星"]
}
