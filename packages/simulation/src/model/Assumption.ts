/** What was assumed where a simulation says nothing, in sentences that a process owner reads. */

/** The same in both languages. */
export type Sentence = { readonly en: string; readonly "zh-CN": string }

const sentences = {
  "off-hours": (v: Values): Sentence => ({
    en: `${v["share"]} of the feedback arrives while nobody works, so nearly everything waits: check the time zone of the arrivals and the hours of the staff.`,
    "zh-CN": `${v["share"]} 的反馈在无人上班时到达，因此几乎都要等待：请检查来件时刻的时区与人员的上班时间。`
  }),
  "from-and-length": (v: Values): Sentence => ({
    en: `Feedback of ${v["weeks"]} ${String(v["weeks"]) === "1" ? "week" : "weeks"} from ${v["from"]} is simulated.`,
    "zh-CN": `模拟自 ${v["from"]} 起 ${v["weeks"]} 周的反馈。`
  }),
  "left-out": (v: Values): Sentence => ({
    en: `Recorded arrivals: ${v["arrivals"]}; rows that cannot be used and are left out: ${v["leftOut"]} (\`hearback check\` says why).`,
    "zh-CN": `实际来件 ${v["arrivals"]} 件；另有 ${v["leftOut"]} 行无法使用，未计入（用 \`hearback 检查\` 查看原因）。`
  }),
  arrivals: (v: Values): Sentence => ({
    en: `${v["perDay"]} pieces of feedback arrive a day on average: about as many as keep the busiest role (${v["role"]}) busy for ${v["share"]} of its time.`,
    "zh-CN": `平均每天收到 ${v["perDay"]} 件反馈：大致使最忙的角色（${v["role"]}）在班时间的 ${v["share"]} 用于办理。`
  }),
  profile: (v: Values): Sentence => ({
    en: `Four in five arrive in the hours of the calendar ${v["calendar"]}, the others between 08:00 and 22:00 of every day.`,
    "zh-CN": `五分之四在日历 ${v["calendar"]} 的时间内到达，其余在每天 8:00 至 22:00 到达。`
  }),
  "profile-of-days": (): Sentence => ({
    en: "Feedback arrives at random between 08:00 and 22:00 of every day.",
    "zh-CN": "反馈每天 8:00 至 22:00 随机到达。"
  }),
  categories: (v: Values): Sentence => ({
    en: `Every category that the dictionary has words for comes alike: ${v["names"]}.`,
    "zh-CN": `词典中有词语的各类别出现机会相同：${v["names"]}。`
  }),
  channels: (v: Values): Sentence => ({
    en: `Every channel on which customers come by themselves is used alike: ${v["names"]}.`,
    "zh-CN": `客户主动使用的各渠道机会相同：${v["names"]}。`
  }),
  "form-facts": (v: Values): Sentence => ({
    en: `Where a form asks for facts that nothing gives, their values come alike: ${v["names"]}.`,
    "zh-CN": `表单要求而未给出的事实，各取值机会相同：${v["names"]}。`
  }),
  words: (): Sentence => ({
    en: "What customers write is made of the words of the policy's dictionary.",
    "zh-CN": "客户原话取自策略词典中的词语。"
  }),
  staff: (v: Values): Sentence => ({
    en: `Two people of each role work: ${v["names"]}.`,
    "zh-CN": `每种角色各有两人在岗：${v["names"]}。`
  }),
  hours: (v: Values): Sentence => ({
    en: `Who has no calendar works the hours of the calendar ${v["calendar"]}.`,
    "zh-CN": `未指定日历的人员按日历 ${v["calendar"]} 上班。`
  }),
  discipline: (): Sentence => ({
    en: "What is due first is taken up first.",
    "zh-CN": "时限最近的先办。"
  }),
  times: (v: Values): Sentence => ({
    en: `How long work takes is assumed: ${v["times"]} (half of the time less; one in ten takes more than 2.5 times as long).`,
    "zh-CN": `办理用时为假定值：${v["times"]}（半数少于此值，一成超过其 2.5 倍）。`
  }),
  "errand-times": (v: Values): Sentence => ({
    en: `So is how long work takes that stands at no gate: ${v["times"]}.`,
    "zh-CN": `关口之外的事项用时亦为假定值：${v["times"]}。`
  }),
  "proposal-delay": (v: Values): Sentence => ({
    en: `Customers answer a proposal after ${v["delay"]} hours (median).`,
    "zh-CN": `客户在 ${v["delay"]} 小时后（中位数）答复方案。`
  }),
  "proposal-answers": (v: Values): Sentence => ({
    en: `To a proposal ${v["agree"]} agree, ${v["counter"]} counter, ${v["refuse"]} refuse, ${v["silent"]} never answer.`,
    "zh-CN": `对方案：${v["agree"]} 同意，${v["counter"]} 提出修改，${v["refuse"]} 不同意，${v["silent"]} 始终不回复。`
  }),
  "confirmation-delay": (v: Values): Sentence => ({
    en: `Customers say after ${v["delay"]} hours (median) whether it was put right.`,
    "zh-CN": `客户在 ${v["delay"]} 小时后（中位数）答复是否解决。`
  }),
  "confirmation-answers": (v: Values): Sentence => ({
    en: `With the result ${v["satisfied"]} are satisfied, ${v["dissatisfied"]} dissatisfied, ${v["silent"]} stay silent.`,
    "zh-CN": `对结果：${v["satisfied"]} 满意，${v["dissatisfied"]} 不满意，${v["silent"]} 不回复。`
  }),
  surveys: (v: Values): Sentence => ({
    en: `When a period of these surveys begins, the customers who came in the one before are asked, all with their consent, and answer as above: ${v["names"]}. Other customers whom the host knows are not simulated.`,
    "zh-CN": `以下调查在每期开始时询问上一期来过的客户，客户均已同意接受询问，答复比例与用时同上：${v["names"]}。宿主系统中的其他客户不在模拟之内。`
  }),
  "no-more-words": (): Sentence => ({
    en: "Customers write nothing more while their case is open, and do not come back after its end.",
    "zh-CN": "客户在办理期间不再补充，结案后也不再来。"
  }),
  smooth: (v: Values): Sentence => ({
    en: `This never happens: ${v["names"]}.`,
    "zh-CN": `以下情形不发生：${v["names"]}。`
  }),
  health: (): Sentence => ({
    en: "Everybody works on one case at a time, and nobody falls ill.",
    "zh-CN": "每人一次只办一件，无人请病假。"
  }),
  "nothing-arrives": (): Sentence => ({
    en: "Nothing arrives in the time that is simulated, so there are no figures of cases.",
    "zh-CN": "所模拟的时间内没有来件，因此没有案件数值。"
  }),
  "as-recorded": (v: Values): Sentence => ({
    en: `Feedback comes as it was recorded; what else is said of it counts for nothing: ${v["names"]}.`,
    "zh-CN": `来件按实录重放，以下所写不起作用：${v["names"]}。`
  }),
  "as-first": (v: Values): Sentence => ({
    en: `Both are simulated in the time and with the chance that the first says; what the second says of these counts for nothing: ${v["names"]}.`,
    "zh-CN": `两者均按前者的时间与随机数模拟，后者的以下设置不起作用：${v["names"]}。`
  }),
  elsewhere: (v: Values): Sentence => ({
    en: `These lie outside the time that is simulated and change nothing: ${v["names"]}.`,
    "zh-CN": `以下在所模拟的时间之外，不起作用：${v["names"]}。`
  }),
  patience: (): Sentence => ({
    en: "Customers wait as long as it takes.",
    "zh-CN": "客户会一直等待。"
  }),
  decisions: (): Sentence => ({
    en: "Conclusions that the policy offers come alike.",
    "zh-CN": "策略给出的各种结论机会相同。"
  }),
  compensation: (): Sentence => ({
    en: "No money is given to customers.",
    "zh-CN": "不向客户支付补偿。"
  }),
  deadlines: (): Sentence => ({
    en: "Nobody pauses a clock, asks for more time, or lets a gate go.",
    "zh-CN": "无人暂停时钟、申请延期或豁免关口。"
  }),
  systemic: (v: Values): Sentence => ({
    en: `${v["share"]} of root causes prove systemic.`,
    "zh-CN": `${v["share"]} 的根因属系统性。`
  }),
  money: (): Sentence => ({
    en: "An hour of work costs nothing: no rates were given.",
    "zh-CN": "未给出工时单价，人工成本按零计。"
  }),
  "money-of": (v: Values): Sentence => ({
    en: `An hour of these roles costs nothing, since no rate was given: ${v["names"]}.`,
    "zh-CN": `以下角色未给出工时单价，人工成本按零计：${v["names"]}。`
  })
} as const

type Value = string | number | Sentence

type Values = Readonly<Record<string, Value>>

export type AssumptionCode = keyof typeof sentences

export interface Assumption extends Sentence {
  readonly code: AssumptionCode
}

/** Returns an assumption with what was assumed; what is called otherwise in each language is given in both. */
export const assumption = (code: AssumptionCode, values: Values = {}): Assumption => ({
  code,
  en: sentences[code](inLanguage(values, "en")).en,
  "zh-CN": sentences[code](inLanguage(values, "zh-CN"))["zh-CN"]
})

const inLanguage = (values: Values, language: keyof Sentence): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? value[language] : value])
  )

/** Returns several things in a row. */
export const listed = (all: readonly Sentence[]): Sentence => ({
  en: all.map(({ en }) => en).join(", "),
  "zh-CN": all.map((one) => one["zh-CN"]).join("、")
})

/** Returns a share as people read it in each language. */
export const percent = (share: number): Sentence => {
  const digits = Number((share * 100).toFixed(1))
  return { en: `${digits} %`, "zh-CN": `${digits}%` }
}
