/** `lock/…`: the packs of a policy are not those that were locked. */

import type { Like } from "@hearback/core"
import type { PackChange } from "../../../diagnostic/catalogue/Lock.ts"
import type * as en from "../../en/finding/Lock.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const inChinese = ({ pack, was, now }: PackChange): string => {
  if (was === undefined) return `${quoted(pack)} 当时没有`
  if (now === undefined) return `${quoted(pack)} 现已不在`
  return `${quoted(pack)} 当时为第 ${was} 版，${now === was ? "现在同版而内容不同" : `现在为第 ${now} 版`}`
}

export const lock: Like<typeof en.lock> = {
  "lock/not-a-lock": {
    message: ({ path }) => `${quoted(path)} 不是锁定文件，无法得知当时锁定了哪些策略包`,
    help: "请从版本库取回上一份完好的文件，或重新锁定：`hearback 策略包 锁定`"
  },
  "lock/changed": {
    message: ({ changes }) => `策略包与锁定时不同：${changes.map(inChinese).join("；")}`,
    help: "请先看现在生效的内容（`hearback 排版 --展开`）并运行场景（`hearback 测试`），再重新锁定：`hearback 策略包 锁定`"
  }
}
