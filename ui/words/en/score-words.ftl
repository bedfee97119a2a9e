# A score in words: why there is none, its range, and what must be seen at once.
no-score-not-answered = not answered
no-score-too-few = { $answered } of { $of } answered; the score needs { $needed }
no-score-not-confirmed = nobody confirmed that all statements were read
no-score-unable = unable or unsafe; this is an event and no number
no-score-not-summed = the digits of a profile are not summed
no-score-word = the answer is a word and no number
score-band-prorated = { $label } (prorated, { $missing } missing)
score-flag-self-harm = Self-harm item positive. Follow the local risk protocol now.
score-flag-not-assessed = Item 9 (self-harm): not assessed.
