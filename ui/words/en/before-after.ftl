# Words of what was measured before and after everything that was done.
before-after-heading = Before and after each treatment
before-after-text = The last score before it, and the best and the last after it. A change after a treatment need not be due to it.
before-after-order = Order
before-after-order-time = Newest first
before-after-order-kind = By kind of treatment
before-after-order-levels = By level
before-after-operations = Operations
before-after-walking = Walking plans
before-after-no-level = Without a level
before-after-told = Last response: { $told }
before-after-measure = Measure
before-after-before = Last before
before-after-best = Best after
before-after-last = Last after
before-after-change = From before to last
before-after-on = { $value }, { $when }
before-after-not-judged = Not judged: { $why }
before-after-unmeasured = Nothing was measured both before it and after it, looked at to { $until }.
before-after-no-time = When it was is not known, so nothing measured lies surely before or after it.
before-after-newer = a newer score of the same measure can't be compared
before-after-uncertain = it is not known whether the first score lies before it
before-after-stale = the last score before it is older than { $stale }
before-after-others =
    { $count ->
        [one] One other operation or treatment has neither a response nor scores on both sides.
       *[other] { $count } other operations and treatments have neither a response nor scores on both sides.
    }
before-after-not-placed =
    { $count ->
        [one] One score has no date and is in none of this.
       *[other] { $count } scores have no date and are in none of this.
    }
before-after-empty-title = Nothing to set side by side yet
before-after-empty-text = An operation or treatment appears here once a response to it is recorded, or a score of the same measure before and after it.
before-after-record-score = Record score
