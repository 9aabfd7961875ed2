/** What the answer of a simulation is made of. */
import { flagCalled } from "./Names.ts"

const en = {
  progress: (done: number, wanted: number, percent: number) => `${done} of ${wanted} replications, ${percent} %`,
  trials: (done: number, wanted: number, percent: number) =>
    `${done} of ${wanted} trials, ${percent} %: how long until desks are no longer empty`,
  seedExpected: "a whole number from 0 to 4294967295",
  perDayExpected: "a number above 0",
  head: (replications: number, seed: number) =>
    `${replications} ${replications === 1 ? "replication" : "replications"}, seed ${seed}`,
  /** `share`: half of the interval of the mean time to an answer, of that mean. */
  precision: (share: number) => `mean time to an answer known to ±${(share * 100).toFixed(1)} %`,
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
  sweepAlike: "All values come to the same figures: nothing of what is simulated meets this setting.",
  written: (path: string) => `written: ${path}`,
  // Two on the same numbers.
  before: "before",
  after: "after",
  difference: "difference",
  better: "better",
  noDifference: "nothing differs: both go alike, event by event, in every replication",
  commonNumbers: (times: string) =>
    `Both saw the same customers at the same instants: for the same certainty, ${times} times as many replications would be needed without that (median over the figures).`,
  changedFirst: (id: string, at: string) => `what changed first: case ${id}, ${at}`,
  nothingThen: "nothing",
  changedCases: (changed: number, of: number, replication: number) =>
    `${changed} of ${of} cases of replication ${replication} go otherwise.`,
  betterHelp: "better: how likely the second is better in truth; – where neither way is better by itself",
  // One setting with several values.
  saturated: "piles up",
  // How few people.
  staffEnough: (count: number, role: string, target: string) =>
    `${count} × ${role} ${count === 1 ? "is" : "are"} enough for ${target}: the whole interval keeps it.`,
  staffNever: (most: number, role: string, target: string) =>
    `Not even ${most} × ${role} are surely enough for ${target}.`,
  staffNow: (count: number) => `There ${count === 1 ? "is" : "are"} ${count} now.`,
  tried: "tried",
  verdict: { pass: "kept", fail: "not kept", inconclusive: "not sure" },
  needed: (count: number) => `about ${count} replications would tell`,
  // What matters most.
  influence: (figure: string) => `what moves ${figure} most`,
  less: "less",
  more: "more",
  factor: {
    arrivals: "arrivals ∓10 %",
    work: "length of work ∓10 %",
    staff: (role: string) => `one ${role} fewer or more`
  },
  noLess: "none would be left",
  unsure: "?: may be chance alone, since the interval reaches over no difference",
  // What is wrong with a question.
  oneQuestion: (flags: readonly string[]) =>
    `only one question at a time: ${flags.map((flag) => `\`${flag}\``).join(", ")}`,
  noSuchFigure: (flag: string, word: string) => `\`${flag}\`: there is no figure \`${word}\``,
  noSuchPart: (flag: string, metric: string, word: string) => `\`${flag}\`: \`${metric}\` is not told of \`${word}\``,
  noSuchStatistic: (flag: string, metric: string, word: string) =>
    `\`${flag}\`: \`${metric}\` is not told as \`${word}\``,
  noBound: (flag: string, word: string) => `\`${flag}\` says no bound: \`${word}\``,
  boundExpected: 'a figure and a bound, such as "attainment.agreed >= 95%" or "time-to-answer.p90 <= 5 days"',
  badBound: (flag: string, word: string) => `\`${flag}\`: \`${word}\` is no bound of this figure`,
  boundOf: {
    share: "a share such as 95%",
    ms: "a length such as 4 hours or 5 days",
    count: "a number",
    money: "an amount",
    "of its power": "an amount"
  },
  noPlan: (path: string, why: string) => `\`--plan\` cannot be \`${path}\`: ${why}`,
  noPlanHelp: "name a policy without a flag, and a simulation file (`*.simulation.yaml`) with `--plan`",
  noValues: (word: string) => `\`--sweep\` says no values: \`${word}\``,
  valuesExpected: "a path and values, such as authority.limits.agent.compensate.per-case=300,500,800",
  noSuchPath: (path: string, file: string) => `\`${path}\` is neither in ${file} nor in the simulation`,
  pathInOtherKeys: (path: string, file: string, keys: "en" | "zh-CN") =>
    `\`${path}\` is written in ${keys === "en" ? "English" : "Chinese"} keys, and ${file} in ${keys === "en" ? "Chinese" : "English"} ones`,
  planOfNone: "the simulation",
  pathMeant: (path: string) => `write \`${path}\``,
  pathHelp: "`hearback fmt --flat` prints the policy with everything that it inherits",
  badValue: (path: string, value: string, why: readonly string[]) =>
    `\`${path}\` cannot be \`${value}\`: ${why.join("; ")}`,
  noRole: "nobody has a role that cases go to: name one with `--role`"
}

const zh: typeof en = {
  progress: (done, wanted, percent) => `已完成 ${done}／${wanted} 次重复（${percent}%）`,
  trials: (done, wanted, percent) => `已完成 ${done}／${wanted} 次试跑（${percent}%）：从零积压起步需多久`,
  seedExpected: "0 至 4294967295 的整数",
  perDayExpected: "大于 0 的数",
  head: (replications, seed) => `重复 ${replications} 次，随机种子 ${seed}`,
  precision: (share) => `平均答复用时误差 ±${(share * 100).toFixed(1)}%`,
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
  sweepAlike: "各值结果完全相同：所模拟的来件与办理没有触及这一项。",
  written: (path) => `已写入 ${path}`,
  before: "原",
  after: "改后",
  difference: "差异",
  better: "更优概率",
  noDifference: "没有差异：两者在每次重复中逐事件完全相同",
  commonNumbers: (times) =>
    `两者面对同一批客户、同一时刻。若不如此，达到同样把握需要约 ${times} 倍的重复次数（各项数值的中位数）。`,
  changedFirst: (id, at) => `最先改变之处：案件 ${id}，${at}`,
  nothingThen: "没有事件",
  changedCases: (changed, of, replication) => `第 ${replication} 次重复的 ${of} 个案件中，有 ${changed} 个走向不同。`,
  betterHelp: "更优概率：改后确实更好的可能；“–”表示该项本身无所谓优劣",
  saturated: "积压",
  staffEnough: (count, role, target) => `${role} ${count} 人即可达到 ${target}：整个区间都在界内。`,
  staffNever: (most, role, target) => `${role} 增至 ${most} 人仍不能确保 ${target}。`,
  staffNow: (count) => `现有 ${count} 人。`,
  tried: "试过",
  verdict: { pass: "达到", fail: "达不到", inconclusive: "不能确定" },
  needed: (count) => `约需重复 ${count} 次才能分辨`,
  influence: (figure) => `对“${figure}”影响最大的因素`,
  less: "减少",
  more: "增加",
  factor: {
    arrivals: "来件 ∓10%",
    work: "办理用时 ∓10%",
    staff: (role) => `${role} 减、增一人`
  },
  noLess: "将无人在岗",
  unsure: "?：区间含“无差异”，可能只是偶然",
  oneQuestion: (flags) => `一次只能问一个问题：${flags.map((flag) => `\`${flagCalled(flag, "zh-CN")}\``).join("、")}`,
  noSuchFigure: (flag, word) => `\`${flagCalled(flag, "zh-CN")}\`：没有数值 \`${word}\``,
  noSuchPart: (flag, metric, word) => `\`${flagCalled(flag, "zh-CN")}\`：\`${metric}\` 不按 \`${word}\` 统计`,
  noSuchStatistic: (flag, metric, word) =>
    `\`${flagCalled(flag, "zh-CN")}\`：\`${metric}\` 没有 \`${word}\` 这一统计值`,
  noBound: (flag, word) => `\`${flagCalled(flag, "zh-CN")}\` 没有写明界限：\`${word}\``,
  boundExpected: '数值与界限，如 "按时率.处理方案 >= 95%" 或 "自收到至客户闭环.p90 <= 5 天"',
  badBound: (flag, word) => `\`${flagCalled(flag, "zh-CN")}\`：\`${word}\` 不是该数值的界限`,
  boundOf: { share: "比例，如 95%", ms: "时长，如 4 小时或 5 天", count: "数", money: "金额", "of its power": "数额" },
  noPlan: (path, why) => `\`--方案\` 不能是 \`${path}\`：${why}`,
  noPlanHelp: "策略直接写出文件名，模拟方案（`*.simulation.yaml`）写在 `--方案` 之后",
  noValues: (word) => `\`--逐值\` 没有写明取值：\`${word}\``,
  valuesExpected: "路径与取值，如 authority.limits.agent.compensate.per-case=300,500,800",
  noSuchPath: (path, file) => `${file} 与模拟方案中都没有 \`${path}\``,
  pathInOtherKeys: (path, file, keys) =>
    `\`${path}\` 用的是${keys === "en" ? "英文" : "中文"}键，而 ${file} 用的是${keys === "en" ? "中文" : "英文"}键`,
  planOfNone: "模拟方案",
  pathMeant: (path) => `请写 \`${path}\``,
  pathHelp: "`hearback 排版 --展开` 打印策略及其继承的全部内容",
  badValue: (path, value, why) => `\`${path}\` 不能是 \`${value}\`：${why.join("；")}`,
  noRole: "没有人担任接收案件的角色：请用 `--角色` 指明"
}

export type Simulating = typeof en

export const simulating: Readonly<Record<"en" | "zh-CN", Simulating>> = { en, "zh-CN": zh }
