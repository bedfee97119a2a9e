# Words of scores and measures.
scores-list = Scores
scores-record = Record scores
scores-amend = Amend score
scores-what = Measure
scores-empty-title = No scores recorded
scores-empty-text = Ratings of pain, the ODI and other measures stand here by date; Progress draws them.
scores-keys-hint = One digit rates; 1 and then 0 is ten; Delete takes it back. What was not asked stays empty.
scores-pain-back = Pain in the back
scores-pain-leg = Pain in the leg
scores-pain-neck = Pain in the neck
scores-pain-arm = Pain in the arm
scores-pain-not_split = Pain, one figure for several sites
scores-site = Where
scores-site-back = Back
scores-site-leg = Leg
scores-site-neck = Neck
scores-site-arm = Arm
scores-site-not_split = One figure for several
scores-odi = ODI total
scores-odi-hint = Percent from 0 to 100, not points of 50; higher is worse
scores-odi-version = ODI version
scores-odi-version-hint = For example 2.1a
scores-other = Other measure { $number }
scores-measure = Measure
scores-value = Value
scores-unit = Unit
scores-measure-add = Add another measure
scores-note-hint = Stands with each of these scores
scores-saved = Saved
scores-nothing = Nothing to save yet: rate or fill in at least one score.
scores-partly = { $saved ->
    [one] One score is saved and stays as it is
   *[other] { $saved } scores are saved and stay as they are
}; { $open ->
    [one] one is not saved yet, and what you typed is kept.
   *[other] { $open } are not saved yet, and what you typed is kept.
}
scores-tests = Questionnaires and tests
scores-tests-text = PHQ-9, RMDQ, PEG, sleep, walking tests and more
scores-find = Find a questionnaire or test
scores-find-hint = By name or by what it measures: mood, sleep, walking
scores-find-none = Nothing has that name. Pain ratings and the ODI are in the form below.
scores-total-only = Total only
scores-total = Total
scores-profile = Profile
scores-profile-hint = One digit for each question, each from { $min } to { $max }, such as 21143; they are never summed
scores-range = From { $min } to { $max }
scores-from = From { $min } up
scores-edition = Version
scores-edition-none = Not known
scores-parts = Scores of parts
scores-unable = Unable or unsafe
scores-unable-hint = Stands as an event; there is no number and nothing is drawn.
scores-by-total = I have only the total
scores-blank = Not answered
scores-blank-uncounted = Not answered; not part of the score
scores-read-all = I have read all statements
scores-questionnaire-keys = A digit answers and goes on; Backspace goes back; Delete takes the answer away.
scores-prorate = { $count ->
    [one] Make up for one blank
   *[other] Make up for { $count } blanks
}
scores-prorate-hint = The score then carries the label "prorated" wherever it is shown.
scores-live-nothing = nothing answered yet
scores-live-wrong = something typed is no answer to this form yet
scores-live-answered = { $answered } of { $of } answered
scores-rule-open = Scoring rule and source
scores-rule-text = how it is scored, what happens to blanks, what the owner allows
scores-rule = Rule
scores-source = Source
scores-sure = How sure
scores-sure-high = Checked against the source
scores-sure-medium = In line with the source; a clinician should confirm it
scores-sure-low = Known in the field and not checked; do not rely on it alone
scores-recall = Period asked about
scores-direction = Direction
scores-licence = Licence
scores-hand-over = Hand over to the patient
scores-hand-over-hint = Shows only the questions. When the patient has finished, Lamina locks and the answers wait here as a draft.
ask-hello = Hello { $name }
ask-hello-plain = Hello
ask-none = This questionnaire cannot be filled in here. Please give the device back.
ask-unkept = Your answers could not be kept yet. Please give the device back as it is.
ask-finish = I have finished
ask-read = Have you read all the statements?
ask-read-all = Yes, I have read them all
ask-read-some = No, not all of them
ask-read-back = Back to the statements
ask-thanks = Thank you
ask-thanks-text = Your answers are kept. Please give the device back.
scores-read-all-needed = Only the patient can say this. Ask them, or leave the statements without a score and enter a total that was counted elsewhere.
ask-finish-hint = Then give the device back. You may leave a question open.
