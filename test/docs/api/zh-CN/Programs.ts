/** Comments about probes, metrics, Effect and the command line, in Chinese. */
export const programs: Readonly<Record<string, string>> = {
  'What Hearback uses of the module `@opentelemetry/api`: pass the module itself, `import * as api from "@opentelemetry/api"`.':
    '本库用到的 `@opentelemetry/api` 的部分；传入模块本身即可：`import * as api from "@opentelemetry/api"`。',
  "Returns a listener for `createServer` of `node:http`. It answers the paths of `probes`; other paths get 404.":
    "返回供 `node:http` 的 `createServer` 使用的监听函数，应答 `probes` 的各路径；其他路径为 404。",
  "Returns a function that answers Web requests for `/livez`, `/readyz` and `/metrics` of a loop.":
    "返回一个函数，应答对闭环的 `/livez`、`/readyz`、`/metrics` 的 Web 请求。",
  "Makes an empty set of measurements. Several loops may share it.": "创建一组空的度量；可供几个闭环共用。",
  "Answers a Web request; undefined for a path that is none of the three.":
    "应答一个 Web 请求；路径不是三者之一时为 undefined。",
  "Counts the work of the engine and renders it in the text format of Prometheus.":
    "统计引擎的工作，以 Prometheus 的文本格式输出。",
  "Returns all measurements as text.": "返回全部度量的文本。",
  "Starts to read the values of a loop when it is opened. Returns a function that stops it, which is called at its close.":
    "闭环打开时开始读取其数值；返回停止的函数，在闭环关闭时调用。",
  'The failure of a call: a store or an adapter failed, or the call is wrong. `Effect.catchTag("HearbackError", …)` catches it.':
    '调用的失败：数据库或适配器故障，或调用有误。用 `Effect.catchTag("HearbackError", …)` 捕获。',
  "The Effect service of a loop: `yield* HearbackLoop`.": "闭环的 Effect 服务：`yield* HearbackLoop`。",
  "Returns a layer that opens a loop and closes it with its scope.": "返回一个 layer：打开闭环，随其作用域关闭。",
  "Returns the loop with the names that `hearback types` wrote for its policy: `yield* loopOf(policy)`.":
    "返回带有策略名称类型的闭环，名称由 `hearback 类型` 生成：`yield* loopOf(policy)`。",
  "The desk of a customer, with its methods as Effects and Streams.": "客户的入口，各方法为 Effect 或 Stream。",
  "The desk of an actor, with its methods as Effects and Streams.": "操作人的入口，各方法为 Effect 或 Stream。",
  "The methods of a loop, each as an Effect or a Stream.": "闭环的各方法，各为 Effect 或 Stream。",
  'The reasons of a `HearbackError`, by code: `Effect.catchReason("HearbackError", "key/reused", …)` handles one of them.':
    '`HearbackError` 的各种原因，按代码：`Effect.catchReason("HearbackError", "key/reused", …)` 处理其中一种。',
  "One reason of a `HearbackError`.": "`HearbackError` 的一种原因。",
  "The error code.": "错误代码。",
  "The findings in a policy or people file, each with its place; empty for other reasons.":
    "策略或人员表中的诊断，各附位置；其他原因为空。",
  "Returns the language to speak: `--lang`, else `HEARBACK_LANG`, else Chinese if the locale begins with `zh`, else English.":
    "返回使用的语言：先看 `--lang`，再看 `HEARBACK_LANG`，系统区域以 `zh` 开头时为中文，否则英文。",
  "Returns the language that a word such as `zh`, `zh_CN.UTF-8` or `en-GB` means; undefined for another word.":
    "返回 `zh`、`zh_CN.UTF-8`、`en-GB` 之类的词所指的语言；其他词为 undefined。",
  "Returns the terminal of this process.": "返回本进程的终端。",
  "Runs a command line, given without the name of the program, and returns its exit code.":
    "运行一条命令行（不含程序名），返回退出码。",
  "Returns the short name of a language, such as `zh`.": "返回语言的简称，如 `zh`。",
  "Returns the languages that the command line speaks.": "返回命令行支持的语言。",
  "A language of texts for people.": "给人看的文字的语言。",
  "An exit code of the process. 130: interrupted.": "进程的退出码。130：被中断。",
  "Where the command line writes, and what it knows of its surroundings.": "命令行往哪里写，以及它对环境的了解。",
  "Writes the answer.": "写出结果。",
  "Writes progress and errors.": "写出进度和错误。",
  "Whether `out` goes to a screen.": "`out` 是否为屏幕。",
  "Whether `err` goes to a screen.": "`err` 是否为屏幕。",
  "The width of the screen. Units: columns. 120 without a screen.": "屏幕宽度。单位：列。没有屏幕时为 120。",
  "The environment variables.": "环境变量。",
  "The working folder.": "工作目录。",
  "Returns the present instant. Units: ms since 1970.": "返回此刻。单位：1970 年以来的毫秒数。",
  "Aborted by Ctrl-C.": "Ctrl-C 使其中止。"
}
