/** What was assumed where a simulation says nothing, in sentences that a process owner reads. */
import { type Like, Text } from "@hearback/core"
import type * as en from "../en/Assumptions.ts"

const day = (date: string | number = ""): string => Text.dateInLetter(String(date), "zh-CN")

export const assumption: Like<typeof en.assumption> = {
  "off-hours": (v) => `${v["share"]} 的反馈在无人上班时到达，因此几乎都要等待：请检查来件时刻的时区与人员的上班时间。`,
  "from-and-length": (v) => `模拟自 ${day(v["from"])}起 ${v["weeks"]} 周的反馈。`,
  "left-out": (values) =>
    `实际来件 ${values["arrivals"]} 件；另有 ${values["leftOut"]} 行无法使用，未计入（用 \`hearback 检查\` 查看原因）。`,
  arrivals: (values) =>
    `平均每天收到 ${values["perDay"]} 件反馈：按此件数，最忙的角色（${values["role"]}）在班时间约有 ${values["share"]} 用于办理。`,
  profile: (v) => `五分之四的反馈在日历“${v["calendar"]}”的工作时间内到达，其余在每天 8:00 至 22:00 到达。`,
  "profile-of-days": "反馈每天 8:00 至 22:00 随机到达。",
  categories: (v) => `词典中写有用语的各类别，出现的机会相同：${v["names"]}。`,
  channels: (v) => `客户主动使用的各渠道，使用的机会相同：${v["names"]}。`,
  "form-facts": (v) => `表单必填而未给出的事实，各取值出现的机会相同：${v["names"]}。`,
  words: "客户原话由策略词典中的用语组成。",
  staff: (v) => `每种角色各有两人在岗：${v["names"]}。`,
  hours: (v) => `未指定日历的人员按日历“${v["calendar"]}”上班。`,
  discipline: "时限最近的先办。",
  times: (v) => `办理用时为假定值：${v["times"]}（半数少于此值，一成超过其 2.5 倍）。`,
  "errand-times": (v) => `关口之外的事项用时亦为假定值：${v["times"]}。`,
  "proposal-delay": (v) => `客户答复方案，半数在 ${v["delay"]} 小时之内。`,
  "proposal-answers": (values) =>
    `对方案：${values["agree"]} 同意，${values["counter"]} 提出修改，${values["refuse"]} 不同意，${values["silent"]} 始终不回复。`,
  "confirmation-delay": (v) => `客户答复是否解决，半数在 ${v["delay"]} 小时之内。`,
  "confirmation-answers": (v) => `对结果：${v["satisfied"]} 满意，${v["dissatisfied"]} 不满意，${v["silent"]} 不回复。`,
  surveys: (values) =>
    `以下调查在每期开始时询问上一期来过的客户，客户均已同意接受询问，答复比例与用时同上：${values["names"]}。业务系统中的其他客户不在模拟之内。`,
  "no-more-words": "客户在办理期间不再补充，结案后也不再来信。",
  smooth: (v) => `以下情形不发生：${v["names"]}。`,
  health: "每人一次只办一件，无人请病假。",
  "nothing-arrives": "所模拟的时间内没有来件，因此没有案件数值。",
  "as-recorded": (v) => `来件按实录重放，以下所写不起作用：${v["names"]}。`,
  "as-first": (v) => `两者均按前者的时间与随机数模拟，后者的以下设置不起作用：${v["names"]}。`,
  elsewhere: (v) => `以下在所模拟的时间之外，不起作用：${v["names"]}。`,
  patience: "客户会一直等待，不会放弃。",
  decisions: "策略给出的各种结论，出现的机会相同。",
  compensation: "不向客户支付补偿。",
  deadlines: "无人暂停时钟、申请延期或豁免关口。",
  systemic: (v) => `${v["share"]} 的根因属系统性。`,
  money: "未给出工时单价，人工成本按零计。",
  "money-of": (v) => `以下角色未给出工时单价，人工成本按零计：${v["names"]}。`
}
