/** On what occasion a message is sent. */
export const occasion = {
  withdrawn: "the customer withdraws",
  forwarded: "the case is forwarded",
  turnedAway: "the case is not accepted",
  merged: "the case is merged into another",
  joined: "feedback joins an open case",
  lacking: "feedback lacks something",
  decided: "the arbiter has decided",
  asked: "confirmation is requested",
  gate: "a gate sends it",
  feedback: "feedback is received",
  putOff: "a deadline is extended",
  escalated: "a clock escalates",
  alarm: "an alarm is raised",
  channel: "a survey is sent"
}
