/** What is said of changes of a policy that scenarios notice or do not. */
import type { Change } from "../../../testing/mutation/Mutation.ts"

const en = {
  title: (policy: string) => `Changes of ${policy}`,
  noticed: (noticed: number, tried: number) => `${noticed} of ${tried} changes are noticed by a scenario`,
  sample: (tried: number, all: number) => `${tried} of ${all} were tried; \`--most\` tries more`,
  changes: {
    bound: (about: string) => `the bound ${about} raised by one unit`,
    dropped: () => "the row left out",
    swapped: (about: string) => `the row put below ${about}`,
    gate: () => "the gate left out",
    limit: () => "the limit lifted"
  } satisfies Record<Change, (about: string) => string> as Readonly<Record<Change, (about: string) => string>>,
  progress: (tried: number, of: number) => `${tried}/${of} changes tried`
}

export type Mutating = typeof en

const zh: Mutating = {
  title: (policy) => `对 ${policy} 的改动`,
  noticed: (noticed, tried) => `${tried} 处改动中有 ${noticed} 处被场景发现`,
  sample: (tried, all) => `共 ${all} 处，试了 ${tried} 处；加大 \`--最多\` 可多试`,
  changes: {
    bound: (about) => `界值 ${about} 提高一个单位`,
    dropped: () => "去掉这一行",
    swapped: (about) => `移到 ${about} 之后`,
    gate: () => "去掉这个关口",
    limit: () => "取消这个限额"
  },
  progress: (tried, of) => `已试 ${tried}/${of} 处改动`
}

export const mutating: Readonly<Record<"en" | "zh-CN", Mutating>> = { en, "zh-CN": zh }
