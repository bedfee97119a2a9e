# Verdicts between two scores.
verdict-to = { $name }, { $when } to { $when-more }, { $sentence }
