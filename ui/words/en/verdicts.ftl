# Verdicts between two scores.
verdict-before = { $name }, { $when }, to { $when-more }, { $sentence }
verdict-to = { $name }, { $when } to { $when-more }, { $sentence }
verdict-worse-than-before = { $name }, last before { $when }, to { $when-more }, { $sentence }
verdict-worse-than-after = { $name }, first after { $when }, to { $when-more }, { $sentence }
verdict-operation = operation { $number } ({ $when })
verdict-several-first = as baseline any of these may be meant, and the better one is taken: { $scores }
verdict-several-last = any of these may be the last, and the worse one is taken: { $scores }
verdict-words-differ = any of these may be the last, so none is judged
verdict-withheld = { $name }, { $value } ({ $when }): no verdict. Newer is { $other }, { $other-value } ({ $other-when }), and the two cannot be compared
verdict-version-not-said = { $name }, version not said
verdict-newer-blank = Not judged: newer is { $when }, { $value }
verdict-undated = Not judged: { $name }, { $value }, { $when }, may be newer
verdict-no-date = no date
