/** Arguments by which feedback brings more than its words: the same for every command that takes some. */
import { may } from "./Description.ts"

export const matter = {
  happenedAt: may("text", "发生时间"),
  where: may("text", "地点"),
  demand: may("text", "诉求"),
  hopedForBy: may("text", "期望时间"),
  attachments: may("texts", "附件"),
  facts: may("facts", "事实")
}

export const brought = {
  ...matter,
  score: may("number", "评分"),
  addresses: may("addresses"),
  consent: may("texts", "同意")
}
