/** What the estimate of a backtest says beside the figures of a simulation. */
import type { EstimateTexts } from "../en/Estimating.ts"
import { flagCalled } from "./word/Names.ts"

export const estimating: EstimateTexts = {
  title: (name) => `回测：${name}`,
  exact: "记录与重新判定（精确）",
  estimated: "模拟估计",
  exactSays: "历史照实，按策略判定，不作任何推演。",
  estimatedSays:
    "以记录中的来件，按策略重新办理一遍：人手、用时与客户答复取自记录，记录没有的按假定。各方案面对同样的来件与同样的随机数。区间只反映偶然，不反映模型与实际的差距。",
  ofEstimate: (flags) => `${flags.map((flag) => flagCalled(flag)).join("、")} 只用于估计`,
  ofEstimateHelp: "请加上 `--估计`，或去掉此项",
  tooFew: (cases, weeks) =>
    weeks === undefined
      ? `不足以估计：各方案都能判定的只有 ${cases} 件，不到 10 件。`
      : `不足以估计：各方案都能判定的 ${cases} 件中，最后 ${weeks} 周收到的不到 10 件。请增大 \`--周数\`，或不写此项。`,
  leftOut: (left, cases) => `${left} 件无法判定，未计入：模拟中只有 ${cases} 件要办，比当时少。`,
  estimatedInputs: "取自记录",
  arrivals: (count, from, to) => `来件 ${count} 件，${from} – ${to}，各按原时刻`,
  work: (name, count, half) => `办理“${name}”：${count} 次，半数不超过 ${half}`,
  staff: (role, count) => `${role}：${count} 人在岗`,
  proposal: (count, half) => `对 ${count} 个方案的答复，半数不超过 ${half}`,
  confirmation: (count, half) => `对 ${count} 次“是否解决”的答复，半数不超过 ${half}`,
  compensation: (count) => `${count} 件的补偿`,
  handovers: (count) => `${count} 件曾移交`,
  pause: (reason, count, half) => `${reason}：${count} 次，半数不超过 ${half}`,
  assumedInputs: "记录不足，按假定",
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
