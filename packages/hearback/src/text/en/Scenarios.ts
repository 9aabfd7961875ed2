/** What is said of scenarios that are run: what was expected, and what there is. */

export const scenario = {
  line: (line: number, says: string, what: string) => `line ${line}: ${says}: ${what}`,
  found: (expected: string, actual: string) => `expected ${expected}, found ${actual}`,
  by: ({ file, line, rule }: { readonly file: string; readonly line: number; readonly rule: string }) =>
    ` (${file}:${line} ${rule})`,
  verdict: (title: string, ok: boolean) => `${title} ${ok ? "holds" : "does not hold:"}`,
  list: (items: readonly string[]) => items.join(", "),
  to: (whom: string) => `to ${whom}`,
  words: (message: string, words: string) => `${message}: ${words}`,
  from: (role: string) => `from ${role}`,
  due: (when: string) => `due ${when}`,
  pending: (rules: string) => `pending: ${rules}`,
  noSuchCase: "no such case",
  noCase: "no case",
  noAnswer: "no answer",
  share: (shown: string, sum: number | undefined, cases: number | undefined) => `${shown} (${sum} of ${cases})`,
  nobodySigns: (gate: string) => `nobody may sign ${gate}`,
  nobodyPasses: (gate: string) => `nobody may pass ${gate}`,
  onlyTime: (gate: string) => `${gate} cannot be settled now: time has to pass first`,
  noGate: (gate: string) => `the loop of this case has no gate ${gate}`,
  unsettled: (gate: string) => `${gate} waits for something that no command can settle`,
  notSettled: (gate: string, most: number) => `${gate} is not settled after ${most} commands`,
  notOpened: (name: string) => `the case ${name} was not opened`,
  lendsMore: (who: string, role: string) => `${who} delegates the role ${role} without having it`,
  notStarted: "not started",
  noLoop: "no loop, so no gate",
  noGateIn: (loop: string) => `no such gate in ${loop}`,
  quarantined: (reason: string) => `quarantined: ${reason}`,
  /** What a customer writes of whom nothing else is asked. */
  hello: "hello"
}
