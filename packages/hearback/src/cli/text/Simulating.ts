/** What the answer of a simulation is made of. */
const en = {
  progress: (done: number, wanted: number) => `${done} of ${wanted} replications`,
  seedExpected: "a whole number from 0 to 4294967295",
  perDayExpected: "a number above 0",
  head: (replications: number, seed: number) =>
    `${replications} ${replications === 1 ? "replication" : "replications"}, seed ${seed}`,
  unstable: (first: number, last: number) =>
    `Work piles up, from ${first} cases in hand to ${last}: this staff cannot keep up with what arrives. Attainment and times would be those of a growing heap, so none are given.`,
  insufficient: "too few",
  piling: "piles up",
  insufficientHelp: "too few: fewer than 10 were seen, and no figure is given",
  singleHelp: "one replication alone tells nothing of how far the truth may lie from its figures: no intervals",
  deadlines: "deadlines met",
  interval: (percent: number) => `${percent} % interval`,
  share: "met",
  of: "of",
  time: "time",
  mean: "mean",
  half: "half within",
  ninety: "90 % within",
  ninetyFive: "95 % within",
  wait: "wait until somebody begins",
  byGate: "gate",
  touch: "work",
  settled: "open for",
  people: "people",
  busy: "busy on shift",
  work: "work",
  amounts: "work in hand and money",
  figure: "figure",
  assumed: "assumed, since nothing says otherwise",
  written: (path: string) => `written: ${path}`
}

const zh: typeof en = {
  progress: (done, wanted) => `已完成 ${done}／${wanted} 次重复`,
  seedExpected: "0 至 4294967295 的整数",
  perDayExpected: "大于 0 的数",
  head: (replications, seed) => `重复 ${replications} 次，随机种子 ${seed}`,
  unstable: (first, last) =>
    `在办案件由 ${first} 件增至 ${last} 件，积压不断增加：现有人手赶不上来件。此时按时率与用时没有意义，故不给出。`,
  insufficient: "样本不足",
  piling: "积压",
  insufficientHelp: "样本不足：不到 10 例，不给出数字",
  singleHelp: "只重复一次，无从得知误差，不给出区间",
  deadlines: "按时率",
  interval: (percent) => `${percent}% 区间`,
  share: "按时",
  of: "件次",
  time: "时间",
  mean: "平均",
  half: "半数不超过",
  ninety: "九成不超过",
  ninetyFive: "95% 不超过",
  wait: "等待着手",
  byGate: "关口",
  touch: "办理",
  settled: "历时",
  people: "人员",
  busy: "在班利用率",
  work: "事项",
  amounts: "在办与成本",
  figure: "数值",
  assumed: "未说明之处的假定",
  written: (path) => `已写入 ${path}`
}

export type Simulating = typeof en

export const simulating: Readonly<Record<"en" | "zh-CN", Simulating>> = { en, "zh-CN": zh }
