import type * as en from "../../en/command/Brought.ts"
import type { Like } from "../../shape/Like.ts"

export const matter: Like<typeof en.matter> = {
  happenedAt: "发生时间，按客户所述。",
  where: "发生地点。",
  demand: "客户诉求。",
  hopedForBy: "客户期望时间。",
  attachments: "附件引用。",
  facts: "按名称给出的事实。"
}

export const brought: Like<typeof en.brought> = {
  ...matter,
  score: "渠道分值上的评分。",
  addresses: "答复送达客户的地址，按渠道；YAML 中为 `customer` 下的 `address`。",
  consent: "客户同意的用途。"
}
