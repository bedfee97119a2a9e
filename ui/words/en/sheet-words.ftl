# What stands on a questionnaire's sheet of paper beside its own words, which are never changed.
sheets-title = To fill in
sheet-filled-in = Filled in on
sheet-recall = It asks about: { $recall }.
sheet-measured = It is measured by whoever tests you.
sheet-rating-kind = The numbers below are about the pain
sheet-rating-period = If not now, of which time (such as 7 days)
sheet-at-site = { $site }: { $question }
sheet-answer = { $text } ({ $points })
sheet-or-unable = { $unit }, or not able
sheet-all-read = I have read all of these sentences.
sheet-harm = If you have thought of harming yourself, please tell the person who gave you this sheet now.
sheet-for-the-clinic = For the clinic
sheet-total = Total
sheet-of = of { $max } { $unit }
sheet-item-seen = Question { $number } was looked at
sheet-entered-by = Entered by
sheet-not-printed = Only totals are kept: the wording belongs to { $owner }. { $note }
