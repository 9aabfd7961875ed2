/** What is said of changes of a policy that scenarios notice or do not. */
import { Text } from "@hearback/core"
import type { MutationTexts } from "../../en/scenario/Mutating.ts"

export const mutating: MutationTexts = {
  title: (policy) => `${policy}：改动`,
  noticed: (noticed, tried) => `${tried} 处改动中有 ${noticed} 处被场景发现`,
  sample: (tried, all) => `共 ${all} 处，试了 ${tried} 处；加大 \`--最多\` 可多试`,
  changes: {
    bound: (about) => `界值 ${about} 提高一个单位`,
    dropped: () => "去掉这一行",
    swapped: (about) => Text.zh`移到 ${about} 之后`,
    gate: () => "去掉这个关口",
    limit: () => "取消这个限额"
  },
  progress: (tried, of) => `已试 ${tried}/${of} 处改动`
}
