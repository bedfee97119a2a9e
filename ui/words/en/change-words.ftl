# A change between two scores, and what of it matters.
change-from-to = { $from } to { $to }: { $change }
change-none = no change
change-better = { $size } better
change-worse = { $size } worse
change-not-established = { $size }; how much matters is not established
change-against = { $size }, { $against }
change-error = { $change }; it may be error of measurement, which reaches { $amount } ({ $source })
change-points = { $count ->
    [1] 1 point
   *[other] { $amount } points
}
change-amount = { $amount } { $unit }
change-percent = { $number } %
change-more-than = more than the { $amount } that matters ({ $source })
change-as-much-as = as much as the { $amount } that matters ({ $source })
change-less-than = less than the { $amount } that matters ({ $source })
change-points-below = less than the { $amount } but { $percent }
change-figure = the { $amount }
change-figure-of = the { $amount } ({ $source })
change-and = { $one } and { $other }
change-that-matter = { $figures } that matter
change-that-matter-of = { $figures } that matter ({ $source })
change-several-between = between { $figures }, so sources differ on whether it matters
change-several-reached = at least { $figures }
change-several-below = less than { $figures }
change-substantial = { $percent } better, at least the { $share } that count as substantial ({ $source })
change-moderate = { $percent } better, at least the { $share } that count as moderate ({ $source })
change-less = { $percent } better, less than the { $share } that count as moderate ({ $source })
change-source-own-shares = the clinic's own
