# Words of the follow-up after operations and interventions.
follow-up-heading = Follow-up
follow-up-title = { $point } after { $index } ({ $when })
follow-up-due = Due from { $from } to { $to }. No visit counts for it yet.
follow-up-missed = Was due from { $from } to { $to }. No visit counts for it.
follow-up-same-day = The same day
follow-up-review = Review
follow-up-end = At the end
follow-up-day = Day { $number }
follow-up-week = Week { $number }
follow-up-year = Yearly visit { $number }
follow-up-record = Record scores
follow-up-rules = Rules and sources
follow-up-source = Plan for { $kind }, version { $version }. Source: { $source }
follow-up-informs = A visit is a day with a score or with red flags asked; it counts for the point nearest to it. What is recorded outside a window is kept. Lamina names what is due and decides nothing.
