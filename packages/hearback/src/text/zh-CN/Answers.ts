/** Answers that the language gives, and no policy; and what is said of a policy that is not in force. */
import type { Like } from "@hearback/core"
import type * as en from "../en/Answers.ts"

export const answer: Like<typeof en.answer> = {
  own: { yes: "是", no: "否", none: "都不选" },
  otherValues: (count) => `其余 ${count} 个取值`,
  notPublished: (given, inForce) => `版本 \`${given}\` 尚未发布，仍按版本 \`${inForce}\` 办理`
}
