/** Comments about figures, reviews and the report to customers, in Chinese. */
export const learning: Readonly<Record<string, string>> = {
  "The answers to one question of a survey.": "一份问卷中某个问题的答复统计。",
  "The channel that asked the question.": "提出该问题的渠道。",
  "The name of the fact that holds the answer.": "存放答案的事实的名称。",
  "The text of the question; the name of the fact if the policy no longer asks it.":
    "问题的文字；策略已不再问时，为事实的名称。",
  "How many cases have an answer to it.": "有多少案件答了这一题。",
  "The mean of the answers, if the question asks for a score.": "评分题的平均分。",
  "How often each possible answer was given, in the order of the policy. If several choices are allowed, each counts. Empty for free text.":
    "每个可选答案各有多少次，按策略中的顺序；多选题每个选项各计一次。自由填写的题为空。",
  "One measure of a period, with its target and the verdict.": "一个时期的一项指标，附目标和判定。",
  "The name in the policy language; `cycle-time.told` is that of one gate.":
    "策略语言中的名称；`cycle-time.told` 为单个关口的。",
  "How the value is computed from its data points; `net` is that of `nps`.":
    "由数据点得出数值的方式；`net` 用于 `nps`。",
  "The value; absent if there are no data points. Units: 0 to 1 for a share, -100 to 100 for `nps`, ms for a length of time.":
    "数值；没有数据点时没有。单位：占比为 0 到 1，`nps` 为 -100 到 100，时长为毫秒。",
  "The value in words: `92.3%`, `2 d 4 h`.": "数值的文字：`92.3%`、`2 d 4 h`。",
  "The number of data points: cases, promises, answers, gates …": "数据点的个数：案件、承诺、答复、关口等。",
  "For a share: how many of the data points count for it.": "占比时：其中有多少个计入。",
  "Data points that are counted apart and not in the value: refuted misses, misses of a deadline that was replaced, answers that a later one replaced, answers that the staff entered for the customer.":
    "另计、不在数值之内的数据点：已更正的超期、已被替换的时限的超期、被后来的答复取代的答复、员工代客户录入的答复。",
  "Percentiles of a length of time, if asked for: the time within which 50% … of the data points lie. Units: `value` in ms.":
    "时长的百分位数（要求时才有）：相应比例的数据点在此时长之内。单位：`value` 为毫秒。",
  "The target of the policy in words: `≥ 95%`.": "策略的目标，文字：`≥ 95%`。",
  "Whether the target is met; absent without a target.": "是否达到目标；没有目标时没有。",
  "What was granted in a period with one power, by the role whose limit allowed it.":
    "一个时期内以一种权力给出的总额，按凭其权限的角色。",
  "How often it was granted.": "次数。",
  "The sum. Units: of the currency (`compensate`), percent (`discount`), units (`grant`).":
    "合计。单位：币种（`compensate`）、百分点（`discount`）、份（`grant`）。",
  "The currency of the sum, as an ISO 4217 code.": "币种，ISO 4217 代码。",
  "The number of cases of one category in a period.": "一个时期内某类别的案件数。",
  "The title of the category, or its name without one; empty if the cases have no category yet.":
    "类别的标题，没有标题的为名称；尚无类别的案件为空。",
  "Figures, reviews and the report to customers, computed from the record alone. Each case counts by its own version of the policy; targets and reviews are those of the version in force. A deadline that passed counts after the next `tick`. A period shows what was known at its end; `learnedLater` has values that are different now.":
    "指标、复盘和改进公示，全部由记录算出。案件按其所依据的策略版本计；目标和复盘按生效的版本。已过的时限在下一次 `tick` 之后计入。一个时期的数字是期末所知的，`learnedLater` 给出现在不同的值。",
  "Returns every measure of the policy language over a period. Default: from the first case until now.":
    "返回策略语言的全部指标。默认从第一个案件到现在。",
  "Returns a review of the policy for the last whole period before `at`, in the policy's zone. Default: now. A date without a time is the start of that day. Errors: `review/unknown`, which lists the reviews of the policy.":
    "返回策略规定的一项复盘，为 `at` 之前最近的一个完整时期，按策略时区。默认为现在；只写日期指当天零时。错误：`review/unknown`，并列出策略有哪些复盘。",
  "Returns the report to customers (`you-said-we-did`) for the last whole period before `at`. It has only texts that a person released with `publish`; if one of them contains a phone number, an address or an order number, there is no report. Counts are those known at the end of the period. Errors: `review/unknown` if the policy does not say how often.":
    "返回最近一个完整时期的改进公示（`改进公示`）。只含有人以 `publish` 准予公开的文字；其中出现电话、地址、订单号等时不出公示。数字为期末所知。错误：策略没有规定频次时为 `review/unknown`。",
  "The figures of one group, judged by its own targets (`targets-by`) or else by those of the policy.":
    "一组的指标；有自己的目标（`分组目标`）按自己的判定，否则按策略的目标。",
  "The name of the group: id of a person, name of a category, level of a grade, value of a fact; empty if the cases have none.":
    "组名：人员 id、类别名、级别、事实的值；没有值的案件为空。",
  "For a fact that is free text: how many rare values this group without a name contains.":
    "自由文本的事实：这个无名组合并了多少个少见的值。",
  "The figures of a period, in groups if asked for.": "一个时期的指标，可分组。",
  "The end of the period, not included.": "时期的终点，不含。",
  "The name of the grouping.": "按什么分组。",
  "What was learned after the end of the period: the rows that have another value now, with this value. A category without cases now has 0 cases; grants that are gone have a sum of 0.":
    "期末之后才得知的：数值已不同的各行，给出现在的值。已没有案件的类别为 0 件，已不存在的给付合计为 0。",
  "Every measure of the policy language.": "策略语言的全部指标。",
  "The cases opened in the period, by category, the most frequent first.": "本期立案数，按类别，最多的在前。",
  "What was granted, by power and by the role whose limit allowed it.": "已给出的总额，按权力和凭其权限的角色。",
  "How customers answered the questions of surveys.": "客户对问卷各题的答复。",
  "The figures of each group, if `by` was given.": "各组的指标（写了 `by` 时）。",
  "The period and the grouping of measures. Default: from the first case until now, without groups.":
    "统计的时期与分组。默认从第一个案件到现在，不分组。",
  "The start of the period. A date without a time is the start of that day in the zone of the policy.":
    "时期的起点。只写日期时，指策略时区中当天零时。",
  "The end of the period, not included. A date without a time includes that whole day in the zone of the policy.":
    "时期的终点，不含。只写日期时，含策略时区中的当天全天。",
  "Also returns figures by group: `person` or `department` (of the owner at that instant), `category`, `kind`, `channel`, a dimension of the policy, or a fact that is not personal. Of free text, the 100 most frequent values are groups; all others are one group.":
    "同时给出分组的指标：`person`、`department`（当时的首问人）、`category`、`kind`、`channel`、策略的某个维度，或某个非个人信息的事实。自由文本取最多的 100 个值各为一组，其余合为一组。",
  "Whether lengths of time also have percentiles. Default false.": "时长是否附百分位数。默认为假。",
  "Why there is no report to customers: released texts that may tell who somebody is. They have to be released again in other words.":
    "为何不出改进公示：准予公开的文字可能暴露个人身份。须改写后重新准予公开。",
  "Always false: `SaidAndDone` has true.": "恒为假；`SaidAndDone` 为真。",
  "Each such text: its case and gate, who released it (`by`) and what was found in it.":
    "每处文字：案件和关口、谁准予公开（`by`）、发现了什么。",
  "A review of a period: figures beside those of the period before, cases worth reading, and what comes again and again.":
    "一个时期的复盘：与上期对照的指标、值得一读的案件、反复出现的问题。",
  "The name of the review in the policy.": "复盘在策略中的名称。",
  "The period before, for comparison.": "对照的上一时期。",
  "What was learned after the end of the period: the rows that have another value now, with this value. A category without cases now has 0 cases; a case that is not worth reading any more has no reasons.":
    "期末之后才得知的：数值已不同的各行，给出现在的值。已没有案件的类别为 0 件；不再值得一读的案件没有理由。",
  "Every measure of the policy language. `before`: the value of the period before, in words.":
    "策略语言的全部指标。`before`：上期的数值，文字。",
  "The groups that have targets of their own (`targets-by`).": "有自己目标（`分组目标`）的各组。",
  "Cases worth reading: those with most reasons first, then the latest. At most 100.":
    "值得一读的案件：理由最多的在前，其次最近的。最多 100 个。",
  "The problems, and the categories of complaints, that came at least twice. At most 100.":
    "至少出现两次的同因问题和投诉类别。最多 100 个。",
  "The groups of similar closed cases that have reached `procedure-after`, the latest first. At most 100.":
    "已达到 `几次后成规程` 的相似已结案件组，最近的在前。最多 100 个。",
  "How many rows each list has beyond these.": "各列表另有多少行未列出。",
  "The report to customers: counts, titles of categories, and texts that staff released. It contains nothing about single people.":
    "改进公示：数量、类别名称，以及员工准予公开的文字；不涉及个人。",
  "Always true: `ReportStopped` has false.": "恒为真；`ReportStopped` 为假。",
  "The start of the period.": "时期的起点。",
  "The cases of each category.": "各类别的案件数。",
  "Suggestions that were adopted, with the reason if it was released.": "采纳的建议，附准予公开的理由。",
  "What was done against recurrence, with the text if it was released. `verified`: a check showed that the cause is gone.":
    "为防止再发所做的事，附准予公开的文字。`verified`：已验证原因消除。",
  "How the customers who were answered felt about it. `onBehalf`: answers that the staff entered; they are in none of the other three.":
    "已答复的客户如何回应。`onBehalf`：员工代为录入的，不计入其他三项。",
  "Whether a target is met; `nothing` if there are no data points to judge.":
    "是否达到目标；没有数据点可判断时为 `nothing`。",
  "Why a review lists a case as worth reading. Units: `late` in ms.":
    "复盘为何认为某案件值得一读。单位：`late` 为毫秒。"
}
