# Words of the overview: the story of a record, its year, the ladder of what was tried, what is missing.
story-no-operation = No operation is recorded.
story-device-only = No operation on the spine is recorded beside what was done to a stimulator or a pump: { $what }, { $when }.
story-operation = 1 operation: { $what }, { $when }.
story-operations = { $count } operations, the first { $first }, the last { $what }, { $when }.
story-date-not-recorded = date not recorded
story-no-symptom = No symptom is recorded that is not over.
story-since = { $symptom }, since { $onset }
story-symptoms = Symptoms: { $symptoms }{ $more ->
    [0] .
    [one] ; and { $more } more.
   *[other] ; and { $more } more.
}
gap-no-operation = No operation
gap-operations-without-level = { $count ->
    [one] { $count } operation without a level
   *[other] { $count } operations without a level
}
gap-operations-without-date = { $count ->
    [one] { $count } operation without a date
   *[other] { $count } operations without a date
}
gap-operations-without-result = { $count ->
    [one] { $count } operation without its result
   *[other] { $count } operations without their results
}
gap-no-symptom = No symptom
gap-no-examination = No examination
gap-treatments-without-response = { $count ->
    [one] { $count } treatment without a response
   *[other] { $count } treatments without a response
}
gap-no-score = No score
gap-scores-without-date = No score with a date
gap-old-scores = The last score is of { $when }
gap-old-flags = Red flags were last asked for on { $when }
gap-no-goal = No goal of the patient
course-heading = Pain and disability over time
course-whole = All scores over time
course-none = No rating of pain and no disability score with a date is recorded.
course-year = In the last 12 months
course-no-year = No two scores of pain or disability in this time can be compared.
tried-ladder = Ladder
tried-halved = Half of the pain or more gone: 50 % relief or more
tried-helped = Helped: 30 % relief or more, less than 50 %
tried-little = Helped a little: less than 30 %
tried-not = Did not help
tried-open = What came of it is not known as a percentage
tried-times = × { $count }
tried-worse = made it worse
tried-more = { $count } more
medicines-now = Medicines now
medicines-none-now = No medicine is recorded that goes on or may go on.
medicines-may_have_ended = may have ended
medicines-unknown = not known whether it goes on
gaps-heading = Not recorded, or old
section-ladder = Ladder
ladder-heading = What was tried, least invasive first
ladder-text = By the last response to each. The order is one to read by; it recommends nothing.
ladder-rung-exercise = Physiotherapy and exercise
ladder-rung-passive = Manual therapy, heat, cold, electrical stimulation
ladder-rung-psychology = Psychology and pain management
ladder-rung-medicine = Medicines
ladder-rung-injection = Injections and blocks
ladder-rung-radiofrequency = Radiofrequency
ladder-rung-intervention = Other interventions
ladder-rung-stimulation = Stimulation
ladder-rung-intrathecal = Drugs into the spinal fluid
ladder-rung-unplaced = Other
ladder-effect-halved = Half or more gone
ladder-effect-helped = Helped
ladder-effect-little = Helped a little
ladder-effect-none = Did not help
ladder-effect-worse = Made it worse
ladder-effect-in_words = In words only
ladder-effect-unordered = Last response not known
ladder-effect-not_recorded = Response not recorded
overview-source = Source: { $source }
