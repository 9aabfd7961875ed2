/** Comments about loops, checks and laws in tests, in Chinese. */
export const tests: Readonly<Record<string, string>> = {
  "Checks whether the reader of the case may give a command on it now. `at`: the gate that the command is about.":
    "检查读取案件的人现在能否对它下达某命令。`at`：命令针对的关口。",
  'Checks whether a case is closed. With `"customer-loop"`: whether the customer loop is closed, even if improvement continues.':
    '检查案件是否已结案。写 `"customer-loop"` 时检查客户闭环是否已关闭，即使改进仍在进行。',
  "Checks whether a clock is due at an instant: a `Date`, an instant with its offset, or a local time in the policy's zone, `2026-11-17 17:00` or only `2026-11-17`.":
    "检查时钟是否在某时刻到期：`Date`、带时差的时刻，或策略时区的当地时间，如 `2026-11-17 17:00`，或只写 `2026-11-17`。",
  "Checks whether a deadline was missed and no later report refuted it.": "检查是否超期，且此后没有补报使之更正。",
  "Checks whether a person owns the case.": "检查某人是否为首问人。",
  "Plays random lives of cases under a policy and checks a law in each state. A law that never expects anything fails. Errors: `policy/invalid`, `people/invalid`; `call/invalid` if the law expects what no scenario can, or if fast-check is not installed.":
    "按策略随机演绎案件的经历，在每个状态核对一条约定。从未提出预期的约定视为不成立。错误：`policy/invalid`、`people/invalid`；约定的预期超出场景所能，或未安装 fast-check 时为 `call/invalid`。",
  "Returns a fast-check arbitrary of feedback for a policy: its channels and facts, words of its dictionary, customers of its people file.":
    "返回某策略的反馈的 fast-check 生成器：其渠道和事实、词典的词、人员表的客户。",
  "Returns a fast-check arbitrary of lives of a case: people of the people file give possible commands.":
    "返回案件经历的 fast-check 生成器：由人员表中的人下达可能的命令。",
  "The matchers for `expect.extend` of vitest or jest.": "供 vitest 或 jest 的 `expect.extend` 使用的匹配器。",
  "Returns a fast-check arbitrary of valid policies that differ from one in lengths of time and limits. What holds for all of them does not depend on these values.":
    "返回有效策略的 fast-check 生成器，它们与给定策略只在时长和权限上不同。对它们都成立的，便与这些数值无关。",
  "Opens a loop for tests on a policy file or a bundle.": "在策略文件或编译件上打开供测试的闭环。",
  "The options of `checkPolicy`.": "`checkPolicy` 的选项。",
  "The people file. Default: `people.yaml` beside the policy.": "人员表。默认为策略旁的 `people.yaml`。",
  "The number of lives that are played. Default 100.": "演绎多少个经历。默认 100。",
  "The seed of the random numbers: the same seed plays the same lives. Default 1.":
    "随机种子：同一种子演绎同样的经历。默认 1。",
  "A folder. A counterexample is written into it as a scenario file.": "文件夹；反例写在其中，为场景文件。",
  "The result of a check of a case.": "对案件的一项检查的结果。",
  "Whether the case is as expected.": "案件是否符合预期。",
  "The expectation, the actual value, and the line of the policy that decided it.":
    "预期、实际值，以及所依据的策略行。",
  "A random life of a case.": "案件的一段随机经历。",
  "Plays the life from its beginning, and calls `see` with the case after each step. Returns the steps in the form of a scenario.":
    "从头演绎，每一步之后以案件调用 `see`。返回各步，形式同场景。",
  "The expectations of a case, with the keys that a scenario file has under a case in `expect`.":
    "对案件的预期，键与场景文件 `预期` 中案件之下的相同。",
  "Decides the result of sending a message in a test. Undefined means `sent`.":
    "决定测试中发送某条消息的结果；返回 undefined 表示 `sent`。",
  "Whether a law holds for a policy; if not, the shortest scenario that breaks it.":
    "策略是否符合某约定；不符合时附最短的反例场景。",
  "Whether the law holds.": "是否符合。",
  "A sentence: what broke the law and the line of the policy behind it, or that nothing did.":
    "一句说明：什么违反了约定、所依据的策略行；或没有违反。",
  "The number of lives that were played.": "演绎了多少个经历。",
  "The number of states of cases in which the law expected something.": "约定提出了预期的案件状态数。",
  "The counterexample. `scenario`: the text of a scenario file that fails under `hearback test`. `file`: where it was written.":
    "反例。`scenario`：场景文件的文本，用 `hearback 测试` 运行会失败。`file`：写到了哪里。",
  "A law for `checkPolicy`: what has to be true of every case after every step, whatever people do.":
    "供 `checkPolicy` 核对的约定：无论谁做什么，每个案件在每一步之后都必须成立。",
  "The sentence of the law; it becomes the title of a counterexample.": "约定的文字，也用作反例的标题。",
  "Returns the expectations of a case in its present state; undefined if the law expects nothing of it.":
    "返回对案件当前状态的预期；约定无所要求时为 undefined。",
  "A step of a scenario, in the form of a scenario file.": "场景的一步，形式同场景文件。",
  "A message that left a loop under test.": "测试中的闭环发出的消息。",
  "The name of the message in the policy; `word` for a text that a person wrote.":
    "消息在策略中的名称；人写的为 `word`。",
  "The id of the customer or person; `anonymous` if nobody is known.": "客户或员工的 id；不知是谁为 `anonymous`。",
  "The address; absent if none is known, or if the channel of the test needs none.":
    "地址；不知道，或测试的渠道不需要时没有。",
  "The notices that were joined into it, by their names in the policy.": "合并在其中的通知，按策略中的名称。",
  "A loop for tests, with a clock that the test moves and a store in memory.":
    "供测试的闭环：时钟由测试拨动，数据库在内存中。",
  "Returns the present instant of the test.": "返回测试的当前时刻。",
  'Moves the clock on by a length of time (`"3 working days"`; days keep the time of day) or to an instant, and fires everything that falls due on the way, in order. Errors: `time/not-an-instant` if it is neither, or lies in the past.':
    '把时钟拨快一段时间（`"3 working days"`；按日时时刻不变），或拨到某时刻，途中到期的依次触发。错误：两者都不是，或在过去，为 `time/not-an-instant`。',
  "Returns all messages that have left, in order.": "返回已发出的全部消息，按先后。",
  "Stops the loop without closing it and opens it again on the same store, as after a crash.":
    "不关闭即停止，再在同一数据库上打开，如同进程崩溃之后。",
  "The options of `testLoop`.": "`testLoop` 的选项。",
  "The first instant of the clock: an instant with its offset, or a local time in the policy's zone, `2026-11-16 09:00`.":
    "时钟的起始时刻：带时差的时刻，或策略时区的当地时间，如 `2026-11-16 09:00`。",
  "Default: a store in memory.": "默认为内存数据库。",
  "The channels. Default: one that takes every message. `sent` returns their messages in either case.":
    "渠道。默认为一个什么消息都收的渠道。两种情况下 `sent` 都返回所发的消息。",
  "The name of a command that people give.": "人可以下达的命令的名称。"
}
