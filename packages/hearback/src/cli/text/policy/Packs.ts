/** What is said of a pack: on the command line, and on its page. */
const en = {
  heads: { name: "pack", version: "version", title: "title", texts: "texts", promises: "promises", rests: "rests on" },
  notLaw: "Not legal advice.",
  version: (n: number) => `version ${n}`,
  extends: "extends",
  leftOpen: "left to its heirs",
  promises: "promises",
  promise: { title: "promise", within: "within", from: "from", put: "put off", pauses: "pauses", basis: "clause" },
  mayPause: "yes",
  never: "never",
  putOff: (times: number, each: string, by: string) => `${times} × ${each}, by ${by}`,
  gates: "gates",
  gate: { title: "gate", loop: "loop", side: "side", kind: "evidence", basis: "clause" },
  limits: "limits",
  limit: { role: "role", compensate: "compensates" },
  unlimited: "without limit",
  most: (amount: string, per: string) => `${amount} ${per}`,
  sources: "sources",
  source: { title: "text", asOf: "as of", checked: "checked", rules: "rules" },
  checked: { original: "in the original", secondary: "at second hand", unverified: "not verified" },
  notDated: "not known",
  language: { en: "English", "zh-CN": "Chinese" },
  pause: ", ",
  locked: (n: number, file: string) => `${n} ${n === 1 ? "pack" : "packs"} locked in ${file}`
}

export type Packs = typeof en

const zh: Packs = {
  heads: { name: "策略包", version: "版次", title: "名称", texts: "文字", promises: "承诺", rests: "依据" },
  notLaw: "不构成法律意见。",
  version: (n) => `第 ${n} 版`,
  extends: "继承",
  leftOpen: "留给继承者",
  promises: "承诺",
  promise: { title: "承诺", within: "时限", from: "起算", put: "延期", pauses: "可暂停", basis: "条款" },
  mayPause: "是",
  never: "不可",
  putOff: (times, each, by) => `${times} 次，每次 ${each}，由${by}批准`,
  gates: "关口",
  gate: { title: "关口", loop: "闭环路径", side: "所属", kind: "凭据", basis: "条款" },
  limits: "权限",
  limit: { role: "角色", compensate: "补偿" },
  unlimited: "不限",
  most: (amount, per) => `${per} ${amount}`,
  sources: "来源",
  source: { title: "文本", asOf: "截至", checked: "核对", rules: "依据它的规定" },
  checked: { original: "据原文", secondary: "据二手资料", unverified: "未核对" },
  notDated: "不详",
  language: { en: "英文", "zh-CN": "中文" },
  pause: "、",
  locked: (n, file) => `已在 ${file} 中锁定 ${n} 个策略包`
}

export const packs = { en, "zh-CN": zh }
