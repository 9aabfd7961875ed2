/** Why something changes nothing. */
export const why = {
  noTimes: "it has no times of day: `every`",
  anyConclusion: "without a conclusion any one counts",
  same: "problems differ only in the values of `same`",
  noQuiet: "nothing delays messages: no `quiet` hours, no `digest`",
  noAnswerWithin: "no part has a time limit: `answer-within`",
  noWithin: "the gate has no `within`",
  noAfter: "the gate waits for nothing: it has no `after`",
  noHandover: "with `at-most: 0` nobody can be offered a case; only the arbiter moves it",
  notItself: "a gate cannot replace itself",
  noPause: "nothing pauses the clock",
  oneLength: "the clock has one length, whatever the grade",
  noDates: "the clock counts no dates",
  noWorkingTime: "the clock counts elapsed time, not working time"
}
