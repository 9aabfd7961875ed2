/** `lock/…`: the packs of a policy are not those that were locked. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export interface PackChange {
  readonly pack: string
  /** Versions; without one it was not there, or is not. */
  readonly was?: number
  readonly now?: number
}

const inEnglish = ({ pack, was, now }: PackChange): string => {
  if (was === undefined) return `${quoted(pack)} was not there`
  if (now === undefined) return `${quoted(pack)} is gone`
  return `${quoted(pack)} was version ${was} and is ${now === was ? "another text of it" : `version ${now}`}`
}

const inChinese = ({ pack, was, now }: PackChange): string => {
  if (was === undefined) return `${quoted(pack)} 当时没有`
  if (now === undefined) return `${quoted(pack)} 现已不在`
  return `${quoted(pack)} 当时为第 ${was} 版，${now === was ? "现在同版而内容不同" : `现在为第 ${now} 版`}`
}

export const lock = {
  "lock/not-a-lock": entry<{ path: string }>({
    level: "error",
    message: {
      en: ({ path }) => `${quoted(path)} is no lock: nobody knows which packs were locked`,
      "zh-CN": ({ path }) => `${quoted(path)} 不是锁定文件，无法得知当时锁定了哪些策略包`
    },
    help: {
      en: () => "take the last good one from your version control, or lock anew: `hearback pack lock`",
      "zh-CN": () => "请从版本库取回上一份完好的文件，或重新锁定：`hearback 策略包 锁定`"
    }
  }),
  "lock/changed": entry<{ changes: readonly PackChange[] }>({
    level: "error",
    message: {
      en: ({ changes }) => `the packs are not those that were locked: ${changes.map(inEnglish).join(", ")}`,
      "zh-CN": ({ changes }) => `策略包与锁定时不同：${changes.map(inChinese).join("、")}`
    },
    help: {
      en: () =>
        "read what holds now (`hearback fmt --flat`), run the scenarios (`hearback test`), then lock anew: `hearback pack lock`",
      "zh-CN": () =>
        "请先看现在生效的内容（`hearback 排版 --展开`）并运行场景（`hearback 测试`），再重新锁定：`hearback 策略包 锁定`"
    }
  })
}
