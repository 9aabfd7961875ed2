/** What the estimate of a backtest says beside the figures of a simulation. */
import type { Language } from "../../runtime/Language.ts"
import { flagCalled } from "./Names.ts"

const en = {
  title: (name: string) => `Backtest: ${name}`,
  exact: "Recorded and decided again (exact)",
  estimated: "Estimated by simulation",
  exactSays: "History as it happened, judged by the policy. Nothing is modelled.",
  estimatedSays:
    "The recorded arrivals, worked on anew under the policy: by people, with work times and answers of customers as the record tells them, else as assumed. All sides meet the same arrivals and the same chance. The intervals are those of chance alone: they do not know how far the model lies from the truth.",
  ofEstimate: (flags: readonly string[]) => `${flags.join(", ")}: only an estimate reads it`,
  ofEstimateHelp: "add `--estimate`, or leave it out",
  tooFew: (cases: string, weeks: string | undefined) =>
    weeks === undefined
      ? `Insufficient: ${cases} cases are decided by all sides, and fewer than 10 tell nothing of arrivals.`
      : `Insufficient: of ${cases} cases that are decided by all sides, fewer than 10 arrived in the last ${weeks === "1" ? "week" : `${weeks} weeks`}, and they tell nothing of arrivals. Raise \`--weeks\`, or leave it out.`,
  leftOut: (left: string, cases: string) =>
    `${left} cases are left out, since they cannot be decided: the staff has only ${cases} to do, less than it had then.`,
  told: "told by the record",
  arrivals: (count: string, from: string, to: string) => `${count} arrivals, ${from} – ${to}, each at its instant`,
  work: (name: string, count: string, half: string) => `work on “${name}”: ${count} times, half within ${half}`,
  staff: (role: string, count: string) => `${role}: ${count} at work`,
  proposal: (count: string, half: string) => `answers to ${count} proposals, half within ${half}`,
  confirmation: (count: string, half: string) =>
    `answers to ${count} questions whether it was put right, half within ${half}`,
  compensation: (count: string) => `compensation of ${count} cases`,
  handovers: (count: string) => `${count} cases that were handed over`,
  pause: (reason: string, count: string, half: string) => `${reason}: ${count} times, half within ${half}`,
  lacking: "insufficient in the record, and assumed",
  noWork: (names: string, isOfLog: boolean) => {
    const name = isOfLog ? "name `columns.resource` and `columns.lifecycle` of the mapping, or " : ""
    return `how long work takes on ${names}: beginning and end are seen fewer than 10 times; ${name}say it in \`--plan\``
  },
  noStaff: (names: string, isOfLog: boolean) => {
    const name = isOfLog ? "name `columns.resource` of the mapping, or " : ""
    return `who works as ${names}: nobody is named; ${name}say it in \`--plan\``
  },
  noAnswers: {
    proposal: "what customers answer to proposals: seen fewer than 10 times",
    confirmation: "what customers answer when asked whether it was put right: seen fewer than 10 times"
  },
  kept: "promises kept, as history went",
  keptSays: "Share of those that both sides can judge.",
  fit: "how close the model comes to the record",
  fitSays: "Where these lie far apart, the estimate tells little of what would have been.",
  clock: "promise",
  recorded: "recorded",
  model: "estimated"
}

export type Estimating = typeof en

const zh: Estimating = {
  title: (name) => `回测：${name}`,
  exact: "记录与重新裁定（精确）",
  estimated: "模拟估计",
  exactSays: "历史照实，按策略判定，不作任何推演。",
  estimatedSays:
    "以记录中的来件，按策略重新办理一遍：人手、用时与客户答复取自记录，记录没有的按假定。各方案面对同样的来件与同样的随机数。区间只反映偶然，不反映模型与实际的差距。",
  ofEstimate: (flags) => `${flags.map((flag) => flagCalled(flag, "zh-CN")).join("、")} 只用于估计`,
  ofEstimateHelp: "请加上 `--估计`，或去掉此项",
  tooFew: (cases, weeks) =>
    weeks === undefined
      ? `不足以估计：各方案都能裁定的只有 ${cases} 件，不到 10 件。`
      : `不足以估计：各方案都能裁定的 ${cases} 件中，最后 ${weeks} 周收到的不到 10 件。请增大 \`--周数\`，或不写此项。`,
  leftOut: (left, cases) => `${left} 件无法裁定，未计入：模拟中只有 ${cases} 件要办，比当时少。`,
  told: "取自记录",
  arrivals: (count, from, to) => `来件 ${count} 件，${from} – ${to}，各按原时刻`,
  work: (name, count, half) => `办理“${name}”：${count} 次，半数不超过 ${half}`,
  staff: (role, count) => `${role}：${count} 人在岗`,
  proposal: (count, half) => `对 ${count} 个方案的答复，半数不超过 ${half}`,
  confirmation: (count, half) => `对 ${count} 次“是否解决”的答复，半数不超过 ${half}`,
  compensation: (count) => `${count} 件的补偿`,
  handovers: (count) => `${count} 件曾移交`,
  pause: (reason, count, half) => `${reason}：${count} 次，半数不超过 ${half}`,
  lacking: "记录不足，按假定",
  noWork: (names, isOfLog) => {
    const name = isOfLog ? "请在映射的 `列.经手人` 与 `列.阶段` 写明所在的列，或" : "请"
    return `${names}的办理用时：看得到起止的不到 10 次；${name}写入 \`--方案\``
  },
  noStaff: (names, isOfLog) => {
    const name = isOfLog ? "请在映射的 `列.经手人` 写明所在的列，或" : "请"
    return `由谁担任${names}：没有经手人；${name}写入 \`--方案\``
  },
  noAnswers: {
    proposal: "客户对方案的答复：不到 10 次",
    confirmation: "客户对“是否解决”的答复：不到 10 次"
  },
  kept: "按实际经过的按时率",
  keptSays: "两侧均可判定的案件中按时的比例。",
  fit: "模型与记录是否相符",
  fitSays: "两者相差较大时，估计不足为凭。",
  clock: "时限",
  recorded: "记录",
  model: "估计"
}

export const estimating: Readonly<Record<Language, Estimating>> = { en, "zh-CN": zh }
