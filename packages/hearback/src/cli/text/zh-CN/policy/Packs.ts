/** What is said of a pack: on the command line, and on its page. */
import { Text } from "@hearback/core"
import type { PackTexts } from "../../en/policy/Packs.ts"

export const packs: PackTexts = {
  heads: { name: "策略包", version: "版次", title: "名称", texts: "文字", promises: "承诺", rests: "依据" },
  notLaw: "不构成法律意见。",
  version: (n) => `第 ${n} 版`,
  extends: "继承",
  leftOpen: "由继承它的策略规定",
  named: (title, name) => (title === name ? name : `${title}（${name}）`),
  promises: "承诺",
  promise: { title: "承诺（策略中写作）", within: "时限", from: "起算", put: "延期", pauses: "可暂停", basis: "条款" },
  mayPause: "是",
  never: "不可",
  putOff: (times, each, by) => Text.zh`${times} 次，每次 ${each}，由 ${by} 批准`,
  gates: "关口",
  gate: { title: "关口（策略中写作）", loop: "闭环路径", side: "所属", kind: "凭据", basis: "条款" },
  limits: "权限",
  limit: { role: "角色（策略中写作）", compensate: "补偿" },
  unlimited: "不限",
  most: (amount, per) => Text.zh`${per} ${amount}`,
  sources: "来源",
  source: { title: "文本", asOf: "截至", checked: "核对", rules: "依据它的规定" },
  checked: { original: "据原文", secondary: "据二手资料", unverified: "未核对" },
  notDated: "不详",
  language: { en: "英文", "zh-CN": "中文" },
  pause: "、",
  locked: (n, file) => `已在 ${file} 中锁定 ${n} 个策略包`
}
