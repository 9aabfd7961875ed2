/** The arguments for what feedback brings beside its words. Every command that takes feedback has them. */
import { may } from "./Description.ts"

/** The arguments that say what feedback concerns. */
export const matter = {
  happenedAt: may("text", "发生时间"),
  where: may("text", "地点"),
  demand: may("text", "诉求"),
  hopedForBy: may("text", "期望时间"),
  attachments: may("texts", "附件"),
  facts: may("facts", "事实")
}

/** The arguments for everything that feedback may bring beside its words. */
export const brought = {
  ...matter,
  score: may("number", "评分"),
  addresses: may("addresses"),
  consent: may("texts", "同意")
}
