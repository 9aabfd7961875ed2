/** On what occasion a message is sent. */
export const occasion = {
  withdrawn: "the customer withdraws",
  forwarded: "the case is forwarded",
  turnedAway: "the case is turned away",
  merged: "the case is merged into another",
  joined: "feedback joins an open case",
  lacking: "feedback lacks something",
  decided: "the arbiter has decided",
  asked: "a confirmation is asked",
  gate: "a gate tells it",
  feedback: "feedback comes in",
  putOff: "a deadline is put off",
  escalated: "a clock escalates",
  alarm: "an alarm is raised",
  channel: "a channel asks"
}
