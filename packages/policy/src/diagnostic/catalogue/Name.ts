/** `name/…`: names that the owner of a policy gives, and what refers to them. */
import { entry } from "../text/Entry.ts"
import { listed, quoted, said } from "../text/Said.ts"

/** What a name may be a name of, in both languages. */
const nameKinds = {
  role: ["role", "角色"],
  who: ["role or word for a person", "角色或人员用词"],
  department: ["department", "部门"],
  source: ["source", "来源"],
  consent: ["consent", "同意项"],
  fact: ["fact", "事实"],
  field: ["fact or field of feedback", "事实或反馈字段"],
  event: ["event", "事件"],
  calendar: ["calendar", "日历"],
  channel: ["channel", "渠道"],
  category: ["category", "类别"],
  question: ["guiding question", "引导问题"],
  signal: ["signal", "信号词"],
  emotion: ["emotion", "情绪"],
  kind: ["kind of feedback", "反馈性质"],
  dimension: ["dimension of grading", "定级维度"],
  level: ["level", "等级"],
  input: ["input of a condition", "条件输入"],
  gate: ["gate", "关口"],
  clock: ["clock", "时钟"],
  moment: ["gate, clock, event or date fact", "关口、时钟、事件或日期事实"],
  phase: ["phase of work", "办理阶段"],
  exception: ["level or message", "等级或消息"],
  loop: ["loop", "闭环路径"],
  message: ["message", "消息"],
  placeholder: ["placeholder", "占位符"],
  measure: ["measure", "指标"],
  duty: ["duty", "职责"],
  reason: ["reason to pause", "暂停原因"],
  finding: ["finding", "诊断"],
  path: ["place in the policy", "策略位置"],
  pack: ["pack", "策略包"],
  file: ["file", "文件"],
  person: ["person", "人员"],
  skill: ["skill", "技能"],
  conclusion: ["conclusion", "结论"],
  customer: ["customer", "客户"],
  case: ["case", "案件"],
  column: ["column", "列"],
  currency: ["currency", "币种"],
  "time-zone": ["time zone", "时区"],
  holidays: ["holiday calendar", "节假日表"],
  language: ["language tag", "语言标签"]
} as const satisfies Record<string, readonly [en: string, zh: string]>

/** What letters may be that do not belong beside the others, in both languages. */
const scripts = {
  Cyrillic: ["Cyrillic", "西里尔字母"],
  Greek: ["Greek", "希腊字母"],
  "full width": ["of full width", "全角字符"]
} as const

export type NameKind = keyof typeof nameKinds

export const name = {
  "name/unknown": entry<{
    kind: NameKind
    name: string
    known: ReadonlyArray<string>
    guess?: string
    /** Several that may be meant, none of them more than the others. */
    guesses?: ReadonlyArray<string>
    sure?: boolean
  }>({
    level: "error",
    message: {
      en: ({ kind, name }) => `there is no ${nameKinds[kind][0]} called ${quoted(name)}`,
      "zh-CN": ({ kind, name }) => `没有名为 ${quoted(name)} 的${nameKinds[kind][1]}`
    },
    label: {
      en: ({ guess, guesses, known }) =>
        guess !== undefined || guesses !== undefined
          ? `did you mean ${listed(guesses ?? [guess ?? ""], "en")}?`
          : known.length > 0
            ? `expected ${listed(known, "en", 8)}`
            : "",
      "zh-CN": ({ guess, guesses, known }) =>
        guess !== undefined || guesses !== undefined
          ? `是否要写 ${listed(guesses ?? [guess ?? ""], "zh-CN")}？`
          : known.length > 0
            ? `应为 ${listed(known, "zh-CN", 8)}`
            : ""
    },
    help: {
      en: ({ kind, known }) => (known.length === 0 ? `this policy declares no ${nameKinds[kind][0]}` : ""),
      "zh-CN": ({ kind, known }) => (known.length === 0 ? `本策略没有声明任何${nameKinds[kind][1]}` : "")
    },
    fix: ({ guess, sure }) =>
      guess !== undefined && sure === true
        ? { text: guess, title: said(`write ${quoted(guess)}`, `改为 ${quoted(guess)}`) }
        : undefined
  }),
  "name/unused": entry<{ kind: NameKind; name: string; guess: string }>({
    level: "warning",
    message: {
      en: ({ kind, name }) => `nothing refers to the ${nameKinds[kind][0]} ${quoted(name)}`,
      "zh-CN": ({ kind, name }) => `没有任何地方用到${nameKinds[kind][1]} ${quoted(name)}`
    },
    label: {
      en: ({ guess }) => `did you mean ${quoted(guess)}?`,
      "zh-CN": ({ guess }) => `是否要写 ${quoted(guess)}？`
    },
    help: {
      en: () => "a name decides something only where it is referred to",
      "zh-CN": () => "名称只有被引用才起作用"
    }
  }),
  "name/idle": entry<{ kind: NameKind; name: string }>({
    level: "info",
    message: {
      en: ({ kind, name }) => `nothing in this policy refers to the ${nameKinds[kind][0]} ${quoted(name)}`,
      "zh-CN": ({ kind, name }) => `本策略没有任何地方用到${nameKinds[kind][1]} ${quoted(name)}`
    },
    help: {
      en: () => "it decides nothing: refer to it, or take it out",
      "zh-CN": () => "它不起任何作用：请引用它，或删去"
    }
  }),
  "name/mixed-scripts": entry<{
    kind: NameKind
    name: string
    letter: string
    of: keyof typeof scripts
    plain: string
  }>({
    level: "error",
    message: {
      en: ({ name, letter, of }) => `${quoted(letter)} in the name ${quoted(name)} is ${scripts[of][0]}`,
      "zh-CN": ({ name, letter, of }) => `名称 ${quoted(name)} 里的 ${quoted(letter)} 是${scripts[of][1]}`
    },
    label: {
      en: ({ plain }) => `write ${quoted(plain)}`,
      "zh-CN": ({ plain }) => `请写 ${quoted(plain)}`
    },
    help: {
      en: () => "it looks like another letter, so that whoever types the name writes a different one",
      "zh-CN": () => "它看上去像另一个字母，照着键入就成了另一个名称"
    },
    fix: ({ plain }) => ({ text: plain, title: said(`write ${quoted(plain)}`, `改为 ${quoted(plain)}`) })
  }),
  "name/look-alike": entry<{ kind: NameKind; name: string; other: string }>({
    level: "warning",
    message: {
      en: ({ kind, name, other }) => `the ${nameKinds[kind][0]} ${quoted(name)} looks like ${quoted(other)}`,
      "zh-CN": ({ kind, name, other }) => `${nameKinds[kind][1]} ${quoted(name)} 与 ${quoted(other)} 看上去一样`
    },
    label: { en: () => "give one of them another name", "zh-CN": () => "请给其中一个换名" },
    help: {
      en: () => "they are two names here; where one thing is meant, write one of them everywhere",
      "zh-CN": () => "在这里它们是两个名称；如本是一个，请各处写成同一个"
    }
  }),
  "name/duplicate": entry<{ kind: NameKind; name: string }>({
    level: "error",
    message: {
      en: ({ kind, name }) => `the ${nameKinds[kind][0]} ${quoted(name)} is declared twice`,
      "zh-CN": ({ kind, name }) => `${nameKinds[kind][1]} ${quoted(name)} 重复声明`
    },
    help: { en: () => "give one of them another name", "zh-CN": () => "请给其中一个换名" }
  }),
  "name/reserved": entry<{ name: string }>({
    level: "error",
    message: {
      en: ({ name }) => `${quoted(name)} is a word of the language and cannot be a name here`,
      "zh-CN": ({ name }) => `${quoted(name)} 是语言保留词，不能在此作名称`
    },
    help: { en: () => "choose another name", "zh-CN": () => "请换一个名称" }
  }),
  "name/form": entry<{ name: string; proposal?: string }>({
    level: "error",
    message: {
      en: ({ name }) => `${quoted(name)} cannot be a name`,
      "zh-CN": ({ name }) => `${quoted(name)} 不能作名称`
    },
    help: {
      en: ({ proposal }) =>
        `a name has letters, digits, \`-\` and \`.\`${proposal === undefined ? "" : `; for example ${quoted(proposal)}`}`,
      "zh-CN": ({ proposal }) =>
        `名称只用文字、数字、\`-\` 和 \`.\`${proposal === undefined ? "" : `，例如 ${quoted(proposal)}`}`
    }
  })
}
