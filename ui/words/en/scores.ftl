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
