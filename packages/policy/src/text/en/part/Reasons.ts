/** Why something changes nothing. */
export const why = {
  noTimes: "it says no times of the day: `every`",
  anyConclusion: "without a conclusion any is taken",
  same: "problems are told apart by the values of `same` alone",
  noQuiet: "nothing puts messages off: no `quiet` hours, no `digest`",
  noAnswerWithin: "no part has a time: `answer-within`",
  noWithin: "the gate has no `within`",
  noAfter: "the gate waits for nothing: it has no `after`",
  noHandover: "with `at-most: 0` nobody is offered a case, only the arbiter moves it",
  notItself: "a gate does not stand in its own place",
  noPause: "nothing pauses the clock",
  oneLength: "the clock has one length, whatever the grade",
  noDates: "the clock counts no dates",
  noWorkingTime: "the clock counts time that passes, and no open time"
}
