# Red flags in words.
flag-ago = { $count } { $unit }{ $many } ago
flag-said-by = said by { $told-by }
flag-not-assessed-since = not assessed since { $spelled }
flag-since = since { $since }
flag-dated-in-the-future = dated in the future
flag-today = today
flag-yesterday = yesterday
flag-title-ces = Bladder, bowel, saddle or both legs
flag-title-cord = Hands, walking or reflex signs
flag-title-motor = Weakness
flag-title-neuro = Numbness, tingling or weakness
flag-title-infect = Signs that can accompany infection
flag-title-tumour = Findings that ask for medical review
flag-title-fract = Possible fracture risk
flag-title-wound = Wound
flag-title-device = Implanted device
flag-title-sudden = Sudden severe pain
flag-title-inflam = Inflammatory features
flag-title-vasc = Blood vessels, chest
flag-title-mind = Self-harm
flag-title-opioid = Opioids and sedatives
flag-title-other = Red flag
flag-title-procedure = Soon after a procedure at the spine
flag-thinner-not-said = { $name } (not said whether it is taken)
flag-side-left = left
flag-side-right = right
flag-power = { $side } { $muscle } { $grade }
flag-power-known = { $side } { $muscle } { $grade } (known, unchanged)
flag-at-least = { $spelled }, { $age } or more
flag-no-day = { $spelled }, day not known
# How the red flags stand in one line.
flag-line-open = { $count ->
    [one] 1 open
   *[other] { $count } open
}
flag-line-to-ask = to be asked, new or long-standing: { $words }
flag-line-noted = noted: { $words }
flag-line-none = none open on what was answered
flag-line-asked = last asked on { $on }
flag-line-asked-in = last asked in { $on }
flag-line-not-asked = questions not asked
flag-line-lacking = { $count ->
    [one] 1 question without an answer that counts today
   *[other] { $count } questions without an answer that counts today
}
