/** Arguments by which feedback brings more than its words: the same for every command that takes some. */
import { may } from "./Description.ts"

export const matter = {
  happenedAt: may("text", "When it happened, as the customer says it.", "发生时间，按客户所述。", "发生时间"),
  where: may("text", "Where it happened.", "发生地点。", "地点"),
  demand: may("text", "What the customer asks for.", "客户诉求。", "诉求"),
  hopedForBy: may("text", "By when the customer hopes for it.", "客户期望时间。", "期望时间"),
  attachments: may("texts", "References to files.", "附件引用。", "附件"),
  facts: may("facts", "Facts by name.", "按名称给出的事实。", "事实")
}

export const brought = {
  ...matter,
  score: may("number", "The score on the channel's scale.", "渠道分值上的评分。", "评分"),
  addresses: may(
    "addresses",
    "Where answers reach the customer, by channel; in YAML `address` under `customer`.",
    "答复送达客户的地址，按渠道；YAML 中为 `customer` 下的 `address`。"
  ),
  consent: may("texts", "Purposes that the customer agreed to.", "客户同意的用途。", "同意")
}
