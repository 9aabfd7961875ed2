/** What the page of a simulation says beside its figures. */
const en = {
  percent: " %",
  title: (name: string) => `What if: ${name}`,
  numbers: {
    arrived: "cases a week",
    answered: "days to the end for the customer, on average",
    busiest: "busiest: ",
    inHand: "cases in hand"
  },
  attainment: "Deadlines met",
  attainmentSays: (percent: number) =>
    `Dot: share of deadlines met. Band: the ${percent} % interval, in which the truth lies with that certainty.`,
  waits: "How long work waits",
  waitsSays:
    "From the moment when something is there to do until somebody begins, nights and weekends included. Dot: half wait no longer. End of the band: nine of ten wait no longer.",
  half: "half within",
  ninety: "90 % within",
  course: "Cases in hand over time",
  courseSays: "Cases on which a customer waits, day by day, on average over the replications.",
  skipped: "start, not counted",
  cases: "cases",
  day: "day",
  busy: "How busy people are",
  busySays: "Share of the time on shift that is spent on work, by the hour of the week.",
  hour: "hour",
  legend: ["nobody works", "0 %", "100 %"] as readonly [string, string, string],
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  differences: "Before and after",
  differencesSays:
    "Change from before to after, of the same customers, as a share of before. Line: the 95 % interval; where it crosses zero, the change may be chance. Green is better, orange worse.",
  influences: (figure: string) => `What moves ${figure} most`,
  influencesSays: "One thing changed at a time. Bar: how far the figure moves; line: the 95 % interval.",
  story: (id: string) => `One case: ${id}`,
  storySays:
    "Bars are work, from its beginning to its end. Circles are what happened; a filled one is a missed deadline.",
  customer: "customer",
  system: "the policy",
  at: "when",
  what: "what",
  line: "line of the policy",
  numbersTable: "the numbers",
  figure: "figure",
  value: "value",
  interval: "interval",
  count: "of",
  assumed: "Assumed, since nothing says otherwise",
  none: "Nothing was assumed.",
  identity: "Made by"
}

const zh: typeof en = {
  percent: "%",
  title: (name) => `假设推演：${name}`,
  numbers: { arrived: "每周案件数", answered: "至客户闭环平均天数", busiest: "最忙：", inHand: "在办案件数" },
  attainment: "按时率",
  attainmentSays: (percent) => `圆点为按时的比例，色带为 ${percent}% 置信区间。`,
  waits: "等待着手的时间",
  waitsSays: "从有事可办到有人着手，含夜间与休息日。圆点：半数等待不超过；色带右端：九成等待不超过。",
  half: "半数不超过",
  ninety: "九成不超过",
  course: "在办案件数的变化",
  courseSays: "客户仍在等待的案件数，逐日，各次重复取平均。",
  skipped: "起步阶段，不计入",
  cases: "件",
  day: "日",
  busy: "人员忙闲",
  busySays: "在班时间中用于办理的比例，按一周中的小时。",
  hour: "时",
  legend: ["无人在班", "0%", "100%"],
  weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  differences: "改前与改后",
  differencesSays:
    "同一批客户由前到后的变化，以改前的百分比表示。细线为 95% 区间，跨过零即可能只是偶然。绿色为改善，橙色为变差。",
  influences: (figure) => `对“${figure}”影响最大的因素`,
  influencesSays: "每次只改一项。横条为该数值的变化，细线为 95% 区间。",
  story: (id) => `一个案件的经过：${id}`,
  storySays: "横条为办理，自着手至办完；圆圈为发生的事，实心者为超时。",
  customer: "客户",
  system: "按策略自动",
  at: "时间",
  what: "经过",
  line: "依据的行",
  numbersTable: "数据表",
  figure: "项目",
  value: "数值",
  interval: "区间",
  count: "件次",
  assumed: "未说明之处的假定",
  none: "没有假定。",
  identity: "来源"
}

export type SimulationPage = typeof en

export const simulationPage: Readonly<Record<"en" | "zh-CN", SimulationPage>> = { en, "zh-CN": zh }
