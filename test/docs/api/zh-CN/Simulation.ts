/** Comments about simulations, in Chinese. */
export const simulation: Readonly<Record<string, string>> = {
  "Simulates two subjects with the same customers, so that every difference comes from the change.":
    "让两个方案面对同样的客户进行推演，因此一切差异都来自改动。",
  "Judges a figure by its interval. Errors: `call/invalid` if the bound does not have the unit of the figure.":
    "按置信区间判定一个数值。错误：界限与数值的单位不符时为 `call/invalid`。",
  "Judges by the interval of the difference whether a figure became worse by more than an amount. Errors: `call/invalid` for an unknown name, and for a figure that cannot become worse.":
    "按差异的置信区间判定一个数值是否变差超过给定的量。错误：名称不存在，或数值无所谓好坏时为 `call/invalid`。",
  "Returns how a figure changes with fewer and more arrivals, less and more work, and fewer and more staff, the greatest influence first. `by`: the share of the change, default 0.1.":
    "返回来件、用时、人手各减各增时一个数值如何变化，影响最大的在前。`by`：变动的比例，默认 0.1。",
  "Simulates a policy with its staff and customers.": "按策略、人手和客户进行推演。",
  "Finds the smallest number of some people with which every target is surely met.":
    "求某些人最少需要几人，才必定达到每个目标。",
  "Simulates each of several values with the same customers.": "逐一取几个值，面对同样的客户进行推演。",
  'An amount: a share as `0.95` or `"95%"`, a length of time as `"2 days"` or in milliseconds, money in units of the currency.':
    '量：占比如 `0.95` 或 `"95%"`；时长如 `"2 days"`，或毫秒数；金额以币种的单位计。',
  "The bound of a figure: at least, at most, or both.": "数值的界限：至少、至多，或两者。",
  "A figure by its names. A clock without a metric means `attainment`: how often its deadline is met.":
    "用名称指明的一个数值。只写时钟即 `attainment`：按时率。",
  "How a figure changes when one factor becomes less and more.": "一个因素减和增时，某数值的变化。",
  "What was changed: `arrivals`, `work` (the time that work takes) or `staff` of a role.":
    "变动的因素：`arrivals`（来件）、`work`（用时），或某角色的 `staff`（人手）。",
  "The role, for `staff`.": "角色（因素为 `staff` 时）。",
  "The change with less of the factor.": "因素减少时的变化。",
  "The change with more of the factor.": "因素增加时的变化。",
  "Whether a figure keeps a bound, judged by its interval.": "按置信区间，一个数值是否在界内。",
  "`inconclusive`: the bound lies inside the interval, or nothing is known.":
    "`inconclusive`：界限落在区间之内，或没有数据。",
  "Whether the verdict is `pass`.": "判定是否为 `pass`。",
  "A sentence: the bound, the figure, and the line of the policy behind it.": "一句说明：界限、数值、所依据的策略行。",
  "About how many replications would decide it, if more of them can.": "大约重复多少次才能判定（增加次数有用时才有）。",
  "The name of a figure of a simulation, such as `attainment` or `utilisation`.":
    "推演数值的名称，如 `attainment`、`utilisation`。",
  'A figure, and by how much it may become worse: a share as `0.01` or `"1%"`, a length of time as `"1 hour"`. Default: not at all.':
    '一个数值，以及允许变差多少：占比如 `0.01` 或 `"1%"`，时长如 `"1 hour"`。默认不允许。',
  "The result of a simulation as plain JSON: estimates with intervals, and the assumptions.":
    "推演结果，普通 JSON：带置信区间的估计，以及假定。",
  "The policy, the seed, the period and everything else that decides the result.":
    "决定结果的一切：策略、种子、时期等。",
  "What nobody stated and the simulation assumed.": "没有说明、由推演假定的内容。",
  "Whether work piles up, because the staff cannot keep up with arrivals.": "是否积压不断增加：人手赶不上来件。",
  "Every figure with its interval.": "每个数值及其置信区间。",
  "The distributions of waits and times; empty if work piles up.": "等待和用时的分布；积压不断增加时为空。",
  "The open cases on each day, as a mean over the replications.": "每天的在办件数，各次重复的平均。",
  "The share of the time on shift that the staff is busy, for each hour of the week from Monday 00:00; null if nobody works.":
    "一周每小时（从周一零点起）在班时间中忙碌的比例；无人上班为 null。",
  "The number of commands that the core decided.": "核心判定的命令总数。",
  "One figure of a report with its interval.": "报告中的一个数值及其置信区间。",
  "What the figure is: `agreed at P1: deadlines met`.": "数值的含义：`agreed at P1: deadlines met`。",
  "The name of the figure.": "数值的名称。",
  "The clock, gate, grade, role … that the figure is about.": "数值所涉的时钟、关口、级别、角色等。",
  "`estimated`: a value with its interval. `insufficient`: fewer than ten were seen. `unstable`: work piles up. `single`: one replication has no interval.":
    "`estimated`：有数值和区间。`insufficient`：不到十例。`unstable`：积压不断增加。`single`：只重复一次，没有区间。",
  "The estimate. Units: ms for a length of time, 0 to 1 for a share, units of the currency for money.":
    "估计值。单位：时长为毫秒，占比为 0 到 1，金额以币种的单位计。",
  "The lower end of the 95% interval.": "95% 置信区间的下端。",
  "The upper end of the 95% interval.": "95% 置信区间的上端。",
  "How many were seen in all replications.": "各次重复中一共有多少例。",
  "The number of replications.": "重复次数。",
  "The line of the policy behind the clock, gate or power.": "该时钟、关口或权力所依据的策略行。",
  "Two simulations with the same customers, for comparison.": "面对同样客户的两次推演的对照。",
  "The figures that both have, with their difference. Units: ms for lengths of time, 0 to 1 for shares, units of the currency for money.":
    "两者都有的数值及其差异。单位：时长为毫秒，占比为 0 到 1，金额以币种的单位计。",
  "The first event that differs, and the line of the policy behind it; absent if both are the same.":
    "最先不同的事件，及其所依据的策略行；两者相同时没有。",
  "The result of a simulation. Its methods take names of the policy or of the staff. Errors: `call/invalid` for an unknown name, with the likely one.":
    "推演结果。各方法以策略或人手的名称为参数。错误：名称不存在为 `call/invalid`，并提示可能想写的。",
  "Returns how often a deadline is met.": "返回某时限的按时率。",
  "Returns the figures of a gate.": "返回某关口的各数值。",
  "Returns the figures of work outside gates, such as `approval`.": "返回关口以外的事务的各数值，如 `approval`。",
  "Returns the figures of cases at a level of the policy's last dimension.":
    "返回某级别（策略的最后一个维度）的案件的各数值。",
  "Returns the figures of the cases of a category.": "返回某类别的案件的各数值。",
  "Returns the figures of the cases of a channel.": "返回某渠道的案件的各数值。",
  "Returns the figures of the cases of a loop.": "返回某闭环路径的案件的各数值。",
  "Returns the figures of the people with a role.": "返回某角色的人的各数值。",
  "Returns the figures of a person.": "返回某人的各数值。",
  "Returns how much authority is used: `compensated`, `discounted` or `resources-granted`.":
    "返回用掉多少权限：`compensated`、`discounted` 或 `resources-granted`。",
  "Checks that a name exists. Errors: `call/invalid` if it does not, with the likely one.":
    "核对名称是否存在。错误：不存在为 `call/invalid`，并提示可能想写的。",
  "What nobody stated and the simulation assumed, in words.": "没有说明、由推演假定的内容，文字。",
  "The whole result as plain JSON. Units: ms for lengths of time, minor units for money.":
    "全部结果，普通 JSON。单位：时长为毫秒，金额为最小货币单位。",
  "Returns a figure with its interval. `statistic`: of a length of time, by default the mean. Errors: `call/invalid` for a figure that the subject does not have.":
    "返回一个数值及其置信区间。`statistic`：时长取哪个值，默认平均。错误：对象没有该数值时为 `call/invalid`。",
  "The smallest number of people that meets the targets, and the assumptions.": "达到目标所需的最少人数，以及假定。",
  "The question of `smallestStaff`: whom to vary, up to how many, and the targets.":
    "`smallestStaff` 的问题：变动哪些人、最多几人、目标是什么。",
  "The name in `staff` of the people whose number varies.": "人数变动的那些人在 `staff` 中的名称。",
  "The largest number to try.": "最多试到几人。",
  "The targets: each a figure with its bound.": "目标：每个为一个数值及其界限。",
  "The value of a distribution that is asked for: the mean, or a percentile.": "分布取哪个值：平均，或百分位数。",
  "What is simulated, with the keys of a `*.simulation.yaml` in camel case. Keys here override those of the file `plan`.":
    "推演的内容，键同 `*.simulation.yaml`，写成驼峰。这里写的优先于 `plan` 文件中的。"
}
