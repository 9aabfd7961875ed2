/** What stands around every command: help's headings, exit codes, options that all share, and faults of the command line. */

export const frame = {
  tagline: "closed-loop handling of customer feedback, governed by a policy",
  usage: "usage",
  usageOptions: "[options]",
  commands: "commands",
  arguments: "arguments",
  options: "options",
  examples: "examples",
  verbs: "commands for a case",
  exits: "exit codes",
  moreHelp: "`hearback <command> --help` shows examples and exit codes of one command",
  everywhere: {
    json: "one JSON object on stdout; progress as NDJSON on stderr",
    lang: "such as en or zh (default: HEARBACK_LANG, then the locale)",
    help: "show this text"
  },
  exit: {
    yes: "success, or the answer is yes",
    no: "the answer is no",
    failed: "could not run: a wrong option, an unreadable file, no store"
  },
  interrupted: "interrupted",
  fault: "error",
  expected: "expected",
  colon: ": ",
  help: "help",
  didYouMean: (word: string) => `did you mean \`${word}\`?`,
  seeHelp: (command: string) => `see \`hearback ${command}--help\``,
  unknownCommand: (word: string) => `there is no command \`${word}\``,
  unknownOption: (flag: string, command: string) => `\`${command}\` has no option \`${flag}\``,
  valueMissing: (flag: string) => `\`${flag}\` needs a value`,
  argumentMissing: (name: string) => `\`<${name}>\` is missing`,
  optionMissing: (flag: string) => `\`${flag}\` is missing`,
  tooManyArguments: (word: string) => `\`${word}\` is an extra argument`,
  badChoice: (flag: string, value: string) => `\`${flag}\` cannot be \`${value}\``,
  oneOf: (words: readonly string[]) => `one of ${words.map((word) => `\`${word}\``).join(", ")}`,
  noneKnown: "none is declared"
}

export type FrameTexts = typeof frame
