/** What simulated people write: short and to the point, in the language of the policy. */
export const writing = {
  "hand-over": "a colleague knows this matter better",
  compensate: "for the trouble caused to the customer",
  deny: "not justified by what is on record",
  "found-wrong": "the decision does not follow from the record",
  reclassify: "according to what the customer wrote",
  reopen: "the customer says that it was not put right",
  extend: "the work takes longer than planned",
  waive: "nothing more needs to be done at this gate",
  split: "a separate matter",
  proposal: "We will put it right and tell you when it is done.",
  result: "It has been put right.",
  cause: "cause found at step",
  finding: "see the record of the case",
  action: "change what led to it",
  metric: "cases of this kind per month",
  target: "none",
  proof: "no case of this kind since",
  reason: "weighed against the effort",
  where: "at the customer's",
  demand: "that it is put right",
  description: "as the customer told it"
}
