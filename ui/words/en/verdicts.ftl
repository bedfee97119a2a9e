# Verdicts between two scores.
verdict-before = { $name }, { $when }, to { $when-more }, { $sentence }
verdict-to = { $name }, { $when } to { $when-more }, { $sentence }
