/** `case/…`, `intake/…`, `fact/…`, `classification/…`, `people/…` and `command/…`. */
import { names, opt, quoted, zh } from "../phrase/Said.ts"
import { word } from "../phrase/Words.ts"
import { entry } from "./Entry.ts"
import { anyOf, who } from "./Person.ts"

export const ofCase = {
  "case/unknown": entry(["case", "waits?"], {
    en: (s) =>
      opt(s.waits, (why) => `${quoted(s.case)} is no case yet: a person has to release it from quarantine (${why})`) ||
      `there is no case ${quoted(s.case)}`,
    "zh-CN": (s) =>
      opt(s.waits, (why) => zh`${quoted(s.case)} 尚未立案，须先从隔离区放行（${why}）`) ||
      zh`没有案件 ${quoted(s.case)}`
  }),
  "case/closed": entry([], {
    en: () => "the case is closed; it can still be written to, or reopened",
    "zh-CN": () => "案件已结束，仍可来信或重开"
  }),
  "case/expired": entry([], {
    en: () => "the time to keep this record is over; what is said now is new feedback",
    "zh-CN": () => "本案档案保存期已满，现在的反馈请另行提交"
  }),
  "case/moved-on": entry(["version?"], {
    en: (s) => `the case has changed since it was read${opt(s.version, (v) => `: it is at version ${v} now`)}`,
    "zh-CN": (s) => `读取之后案件已有变化${opt(s.version, (v) => `，现为版本 ${v}`)}`
  }),
  "case/exists": entry(["case"], {
    en: (s) => `case ${quoted(s.case)} was opened before`,
    "zh-CN": (s) => zh`案件 ${quoted(s.case)} 早已受理`
  }),
  "intake/no-words": entry([], {
    en: () => "the feedback has neither words nor a score",
    "zh-CN": () => "反馈既没有文字，也没有评分"
  }),
  "intake/off-scale": entry(["channel", "score", "low", "high"], {
    en: (s) => `the score ${s.score} is not on the scale of channel ${quoted(s.channel)}, ${s.low} to ${s.high}`,
    "zh-CN": (s) => zh`评分 ${s.score} 不在渠道 ${quoted(s.channel)} 的分值 ${s.low} 至 ${s.high} 之内`
  }),
  "intake/automatic": entry([], {
    en: () => "a machine wrote it, and it answers no case",
    "zh-CN": () => "由机器所写，也不是答复任何案件"
  }),
  "intake/unknown-event": entry(["event", "known*?"], {
    en: (s) =>
      `the policy declares no event ${quoted(s.event)}${opt(s.known, (k) => `; it declares ${names(k, "en")}`)}`,
    "zh-CN": (s) => zh`策略没有声明事件 ${quoted(s.event)}${opt(s.known, (k) => `，声明的有 ${names(k, "zh-CN")}`)}`
  }),
  "address/unknown-channel": entry(["channel", "known*?"], {
    en: (s) =>
      `the policy has no channel ${quoted(s.channel)} on which a customer is reached${opt(s.known, (k) => `; it has ${names(k, "en")}`)}`,
    "zh-CN": (s) =>
      zh`策略没有渠道 ${quoted(s.channel)}，不能以此送达客户${opt(s.known, (k) => `，现有 ${names(k, "zh-CN")}`)}`
  }),
  "address/unusable": entry(["channel"], {
    en: (s) => `the address for ${quoted(s.channel)} is blank or more than one line`,
    "zh-CN": (s) => zh`${quoted(s.channel)} 的地址为空或不止一行`
  }),
  "merge/itself": entry(["case"], {
    en: (s) => `case ${quoted(s.case)} cannot be merged into itself`,
    "zh-CN": (s) => zh`案件 ${quoted(s.case)} 不能并入自己`
  }),
  "merge/not-open": entry(["case"], {
    en: (s) => `the customer of case ${quoted(s.case)} has had their answer; only an open case takes in another`,
    "zh-CN": (s) => zh`案件 ${quoted(s.case)} 已答复客户，只能并入未结束的案件`
  }),
  "merge/owes-more": entry(["gate", "case", "actor?", "roles*?"], {
    en: (s) => {
      const waived = opt(s.roles, (roles) => `, or have ${names(roles, "en", "or")} waive it`)
      return `gate ${quoted(s.gate)} is still owed here, and not on case ${quoted(s.case)}${opt(s.actor, (a) => `, and ${who(a, "en")} may not waive it`)}; merge that one into this, settle the gate first${waived}`
    },
    "zh-CN": (s) => {
      const waived = opt(s.roles, (roles) => zh`，或由 ${names(roles, "zh-CN", "or")} 豁免`)
      return zh`关口 ${quoted(s.gate)} 在本案尚未完成，而案件 ${quoted(s.case)} 不需要${opt(s.actor, (a) => zh`，${who(a, "zh-CN")} 无权豁免`)}；请将那件并入本案，或先完成该关口${waived}`
    }
  }),
  "asking/unknown-consent": entry(["consent", "known*?"], {
    en: (s) =>
      `the policy asks for no consent ${quoted(s.consent)}${opt(s.known, (k) => `; it asks for ${names(k, "en")}`)}`,
    "zh-CN": (s) => zh`策略没有同意项 ${quoted(s.consent)}${opt(s.known, (k) => `，只有 ${names(k, "zh-CN")}`)}`
  }),
  "asking/no-opt-out": entry([], {
    en: () => "the policy lets nobody refuse to be asked",
    "zh-CN": () => "策略不允许拒绝询问"
  }),
  "split/no-words": entry([], {
    en: () => "it is not said what goes on in a case of its own",
    "zh-CN": () => "没有写明拆分出去的内容"
  }),
  "classification/unknown": entry(["category", "known*?"], {
    en: (s) => `the dictionary has no ${quoted(s.category)}${opt(s.known, (k) => `; it has ${names(k, "en")}`)}`,
    "zh-CN": (s) => zh`词典里没有 ${quoted(s.category)}${opt(s.known, (k) => `，只有 ${names(k, "zh-CN")}`)}`
  }),
  "survey/unanswered": entry(["questions*"], {
    en: (s) => `the survey still asks ${names(s.questions, "en")}`,
    "zh-CN": (s) => zh`问卷还有必答题未答：${names(s.questions, "zh-CN")}`
  }),
  "survey/not-asked": entry(["question", "asked*?"], {
    en: (s) =>
      `the survey does not ask ${quoted(s.question)} after these answers${opt(s.asked, (a) => `; it asks ${names(a, "en")}`)}`,
    "zh-CN": (s) =>
      zh`按这些回答，问卷不问 ${quoted(s.question)}${opt(s.asked, (a) => `，所问的是 ${names(a, "zh-CN")}`)}`
  }),
  "fact/unknown": entry(["fact", "known*?"], {
    en: (s) => `the policy declares no fact ${quoted(s.fact)}${opt(s.known, (k) => `; it declares ${names(k, "en")}`)}`,
    "zh-CN": (s) => zh`策略没有声明事实 ${quoted(s.fact)}${opt(s.known, (k) => `，声明的有 ${names(k, "zh-CN")}`)}`
  }),
  "fact/wrong-type": entry(["fact", "value", "expected?", "allowed*?"], {
    en: (s) =>
      `${quoted(s.value)} is no value of fact ${quoted(s.fact)}, which is ${article(s.expected)}${opt(s.allowed, (a) => `: ${names(a, "en")}`)}`,
    "zh-CN": (s) =>
      zh`${quoted(s.value)} 不是事实 ${quoted(s.fact)} 的值，它应为${types[s.expected]?.[1] ?? ` ${quoted(s.expected)}`}${opt(s.allowed, (a) => `：${names(a, "zh-CN")}`)}`
  }),
  "fact/wrong-person": entry(["fact", "by*", "actor", "owner?"], {
    en: (s) => `fact ${quoted(s.fact)} is set by ${anyOf(s.by, "en", "or", s.owner)}, not by ${who(s.actor, "en")}`,
    "zh-CN": (s) =>
      zh`事实 ${quoted(s.fact)} 须由 ${anyOf(s.by, "zh-CN", "or", s.owner)} 设定，不是 ${who(s.actor, "zh-CN")}`
  }),
  "people/unknown": entry(["person"], {
    en: (s) => `the directory has no ${quoted(s.person)}`,
    "zh-CN": (s) => zh`人员表里没有 ${quoted(s.person)}`
  }),
  "command/wrong-person": entry(["command", "by*"], {
    en: (s) => `only ${anyOf(s.by, "en", "and")} may ${word("verb", s.command, "en")} here`,
    "zh-CN": (s) => zh`此处只有${anyOf(s.by, "zh-CN", "and")}可以${word("verb", s.command, "zh-CN")}`
  }),
  "command/unknown": entry(["expected*?", "found?"], {
    en: (s) =>
      `there is no command${opt(s.found, (f) => ` ${quoted(bare(f))}`)}${opt(s.expected, (e) => `; there are ${names(e, "en")}`)}`,
    "zh-CN": (s) =>
      `没有${opt(s.found, (f) => ` ${quoted(bare(f))} `)}这个命令${opt(s.expected, (e) => `，可用的有 ${names(e, "zh-CN")}`)}`
  }),
  "command/shape": entry(["argument?", "expected*?", "found?"], {
    en: (s) =>
      s.found === ""
        ? `${argument(s.argument, "en")} is missing${opt(wanted(s.expected, "en"), (w) => `: ${w}`)}`
        : `${argument(s.argument, "en")} with ${quoted(s.found)} does not fit${opt(wanted(s.expected, "en"), (w) => `: ${w} would`)}`,
    "zh-CN": (s) =>
      s.found === ""
        ? `缺少${argument(s.argument, "zh-CN")}${opt(wanted(s.expected, "zh-CN"), (w) => `：${w}`)}`
        : zh`${argument(s.argument, "zh-CN")} 的写法 ${quoted(s.found)} 不合要求${opt(wanted(s.expected, "zh-CN"), (w) => `，应为 ${w}`)}`
  })
}

/** What was found stands as JSON; a text is said without its marks. */
const bare = (json: string): string => json.replace(/^"(.*)"$/s, "$1")

const argument = (name: string, language: "en" | "zh-CN"): string => {
  if (name === "") return language === "en" ? "the command" : "命令"
  return language === "en" ? `argument ${quoted(name)}` : `参数 ${quoted(name)}`
}

const wanted = (expected: readonly string[], language: "en" | "zh-CN"): string => {
  const [only, ...others] = expected
  const type = only === undefined || others.length > 0 ? undefined : types[only]
  return type?.[language === "en" ? 0 : 1] ?? names(expected, language, "or")
}

const types: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  text: ["a text", "文字"],
  number: ["a number", "数值"],
  integer: ["a whole number", "整数"],
  money: ["an amount of money", "金额"],
  "yes-no": ["`yes` or `no`", "是或否"],
  date: ["a date", "日期"],
  duration: ["a length of time", "时长"],
  file: ["a file", "文件"],
  amount: ["an amount, such as `500` or `500 CNY`", "数额，如 `500` 或 `500 CNY`"],
  texts: ["a list of texts", "若干文字"],
  facts: ["facts by name", "按名称给出的事实"],
  actions: ["a list of actions, each with `what`", "若干措施，每项有 `what`"],
  causes: ["causes by name", "按名称给出的原因"],
  "one-of": ["one of the values that the policy lists", "策略所列取值之一"],
  "some-of": ["some of the values that the policy lists", "策略所列取值中的若干项"],
  scale: ["a score", "分值"]
}

const article = (kind: string): string => types[kind]?.[0] ?? quoted(kind)
