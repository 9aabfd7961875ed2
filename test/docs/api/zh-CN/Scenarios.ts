/** Comments about scenarios in tests, in Chinese. */
export const scenarios: Readonly<Record<string, string>> = {
  "Returns the errors in a scenario file and the files that it names, one line each.":
    "返回场景文件及其引用的文件中的错误，各一行。",
  "Returns what differs from the expectations, in the language of the run; empty if nothing does.":
    "返回与预期不符之处，用运行时的语言；全部相符时为空。",
  "Begins a scenario on a policy file or a bundle. Errors: `policy/invalid`, `people/invalid`.":
    "在策略文件或编译件上开始一个场景。错误：`policy/invalid`、`people/invalid`。",
  "Runs one scenario on a store of its own.": "在独立的数据库上运行一个场景。",
  "Runs every scenario of a file. Errors in the file, its policy or its people file are returned as findings, never thrown.":
    "运行文件中的每个场景。文件、策略或人员表中的错误作为诊断返回，从不抛出。",
  "Runs scenario files and returns which parts of their policies they exercise, as `hearback test --coverage` prints it.":
    "运行场景文件，返回它们用到了策略的哪些部分，即 `hearback 测试 --覆盖率` 所输出的。",
  "Reads a scenario file. Errors in it, its policy or its people file are returned as findings, never thrown.":
    "读取场景文件。文件、策略或人员表中的错误作为诊断返回，从不抛出。",
  "A scenario that is built in a program. Each call returns a new scenario, so several can continue from one beginning.":
    "在程序里构造的场景。每次调用返回一个新的场景，因此可以从同一开头接出几个。",
  "Sets the instant of the next steps: a local time in the policy's zone, `2026-11-16 09:40`.":
    "设定其后各步的时刻：策略时区的当地时间，如 `2026-11-16 09:40`。",
  "Moves the next steps later by a length of time: `2 working days`. Days keep the time of day.":
    "使其后各步推迟一段时间：`2 working days`。按日推迟时，时刻不变。",
  "Opens a case under a name.": "以某名称立案。",
  "Gives a command on a case, as `desk.execute` does. Other cases in the command have their names of the scenario.":
    "对案件下达命令，同 `desk.execute`；命令中的其他案件用场景里的名称。",
  "Settles all earlier gates and passes this one, each with the smallest evidence.":
    "依次了结之前的关口并通过此关口，各用最少的凭据。",
  "Adds a step in the form of a scenario file, without `at`, for steps that are not commands on a case.":
    "加一步，写法同场景文件，不含 `at`；用于不是案件命令的步骤。",
  "Expects something of a case after the last step.": "上一步之后对案件的预期。",
  "Expects something of the last step apart from its cases.": "对上一步的预期，案件以外的。",
  "Returns the scenario as the text of a scenario file.": "返回场景文件形式的文本。",
  "Runs the scenario. Errors: `call/invalid` for a name that neither the policy nor the people have.":
    "运行场景。错误：名称在策略和人员表中都没有时为 `call/invalid`。",
  "The expectations of a case; only those that are given are checked.": "对案件的预期；只核对写出的项。",
  "The category; `unknown` if none could be decided.": "类别；无法判定为 `unknown`。",
  "The role that is asked to review how the feedback was read, or `none`.": "请哪个角色复核识别结果；没有为 `none`。",
  "The facts; `none` for a fact that is not given.": "事实；没有给出的为 `none`。",
  "The level of each dimension.": "各维度的级别。",
  "How the case ended.": "案件的结局。",
  "The linked cases, by their names of the scenario.": "关联案件在场景里的名称。",
  "The compensation granted so far, with or without a currency.": "已补偿的总额，币种可不写。",
  "The discounts granted so far, such as `10%`.": "已给的折扣，如 `10%`。",
  "The approvals that are waited for: from which role, by when.": "待批的申请：由哪个角色、何时到期。",
  "The deadlines of clocks: `2026-11-17 17:00` in the policy's zone, or only the day.":
    "各时钟的时限：策略时区的 `2026-11-17 17:00`，或只写日期。",
  "The states of gates.": "各关口的状态。",
  "The states of clocks.": "各时钟的状态。",
  "Whether each loop is open.": "各闭环是否未关闭。",
  "Why deadlines were missed.": "各时限超期的原因。",
  "The rules that decided it, by name or path.": "据以判定的规则，名称或路径。",
  "One expectation of a scenario with the actual value.": "场景的一项预期，附实际值。",
  "The path of the expectation: `A.priority`, `A.due.agreed`, `sent`.":
    "预期的路径：`A.priority`、`A.due.agreed`、`sent`。",
  "The path in the language of the run: `A.关口.agreed`.": "路径，用运行时的语言：`A.关口.agreed`。",
  "The line in the scenario file, counted from 1.": "在场景文件中的行号，从 1 起。",
  "The line of the policy that decided the actual value.": "得出实际值的策略行。",
  "The options of `given`.": "`given` 的选项。",
  "The instant of the first step: a local time in the policy's zone, `2026-11-16 09:40`. The method `at` sets it too.":
    "第一步的时刻：策略时区的当地时间，如 `2026-11-16 09:40`；也可用方法 `at` 设定。",
  "The people file. Default: `people.yaml` beside the policy, if there is one.":
    "人员表。默认为策略旁的 `people.yaml`（如有）。",
  "The title of the scenario.": "场景的标题。",
  "Which parts of one policy the scenarios exercise, by kind, and which they do not.":
    "场景用到了某份策略的哪些部分（按种类），哪些没有用到。",
  "The name of the policy.": "策略的名称。",
  "The parts that no scenario exercises, each with its line: by kind, then in the order of the policy.":
    "没有场景用到的部分，各附所在行：先按种类，再按策略中的顺序。",
  "The options of a run of scenarios.": "运行场景的选项。",
  "The language of the results. Default: the language of the policy.": "结果的语言。默认为策略的语言。",
  "Decides the result of sending each message. Default: all are sent.": "决定每条消息的发送结果。默认全部发出。",
  "A scenario file that was read: its scenarios and its findings.": "已读取的场景文件：场景与诊断。",
  "The path of the scenario file.": "场景文件的路径。",
  "The findings in the scenario file, its people file and its policy.": "场景文件、人员表和策略中的诊断。",
  "The paths of all files that decide the results, the scenario file first.":
    "影响结果的全部文件的路径，场景文件在前。",
  "The scenarios that could be read.": "能读出的场景。",
  "A scenario, or one row of its examples, for a test runner.": "供测试工具运行的一个场景，或其示例的一行。",
  "Runs the scenario.": "运行场景。",
  "The coverage of the policies of some scenario files, and whether every scenario holds.":
    "若干场景文件对其策略的覆盖，以及每个场景是否通过。",
  "The coverage of each policy, also if scenarios fail.": "每份策略的覆盖，场景失败时也有。",
  "The results of all scenarios of a file.": "一个文件中全部场景的结果。",
  "Whether no file has an error and every scenario holds.": "各文件都没有错误，且每个场景都通过。",
  "The result of a scenario, step by step.": "一个场景的结果，逐步列出。",
  "The title of the scenario; for a row of examples with its cells.": "场景的标题；示例的一行附各单元格。",
  "The place of the scenario, or of its row of examples.": "场景的位置；示例的一行为该行的位置。",
  "The cells of the row by column, as written; absent without examples.":
    "该行的单元格，按列，照所写的；没有示例时没有。",
  "The language of the results.": "结果的语言。",
  "Who does a step of a scenario, and the name of a case that it opens.":
    "场景的一步由谁做，以及由它新立的案件叫什么。",
  "The id of a person of the people file, `customer` or `system`. Default: the channel or the customer.":
    "人员表中的 id、`customer` 或 `system`。默认为渠道或客户。",
  "The name of the case that is opened by `split`, or by a word of the customer after the end.":
    "由 `split`，或由客户在结案后的来言新立的案件的名称。",
  "The expectations of a step apart from its cases.": "对一步的预期，案件以外的。",
  "The messages that left: `receipt to c-qin`, `receipt` or `c-qin`.":
    "发出的消息：`receipt to c-qin`、`receipt` 或 `c-qin`。",
  "The messages that did not leave; `true` for none at all.": "没有发出的消息；`true` 表示一条也没有。",
  "The values of measures, by their names in the policy language.": "各指标的数值，按策略语言中的名称。",
  "For questions of surveys: how many gave each answer; also `answered` and `mean`.":
    "问卷各题：每个答案有多少人选；另有 `answered` 和 `mean`。",
  "The rules that the command exceeds, so that it waits for approval.": "命令超出的规则，因而待批。",
  "The rules that refuse the command.": "拒绝此命令的规则。",
  "The result of one step of a scenario.": "场景中一步的结果。",
  "The step in the language of the run, `pass A.told` or `通过 A.told`; empty if only time passes.":
    "这一步的文字，用运行时的语言，如 `通过 A.told`；只是时间流逝的为空。",
  "Why the step could not be done as written: refused, waiting for approval, or not possible here.":
    "这一步为何不能照写的执行：被拒绝、待批，或此处不可行。",
  "The line of the policy that refuses.": "拒绝所依据的策略行。",
  "Feedback of a scenario. Its customer is one of the people file, or somebody new.":
    "场景中的反馈；客户为人员表中的，或新的人。",
  "Makes one test for each scenario of a file. If the file has errors, a further test fails with them.":
    "为文件中的每个场景建一个测试；文件有错误时，另有一个测试以此失败。",
  "Returns the plug-in for vitest that runs scenario files as tests.": "返回把场景文件作为测试运行的 vitest 插件。",
  "The default `include` of vitest. The plug-in adds to it, because an `include` of a plug-in would replace it.":
    "vitest 默认的 `include`。插件自带的 `include` 会取代它，所以插件在此之上增加。",
  "The options of `scenarios`.": "`scenarios` 的选项。",
  "Patterns of the scenario files. Default: every `*.scenario.yaml`.":
    "场景文件的匹配模式。默认为每个 `*.scenario.yaml`。",
  "The plug-in, with the members of a Vite plug-in that it uses.": "插件，只含用到的 Vite 插件成员。"
}
