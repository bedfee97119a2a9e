# Red flags in words.
flag-ago-days = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
}
flag-ago-weeks = { $count ->
    [one] 1 week ago
   *[other] { $count } weeks ago
}
flag-ago-months = { $count ->
    [one] 1 month ago
   *[other] { $count } months ago
}
flag-ago-years = { $count ->
    [one] 1 year ago
   *[other] { $count } years ago
}
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
flag-at-least = { $spelled }, { $age } or more
flag-no-day = { $spelled }, day not known
flag-no-diagnosis = This does not make a diagnosis.
flag-level-caution = caution
flag-level-urgent = urgent, within days
flag-level-same-day = same day
flag-level-emergency = emergency, now
flag-course-new = new
flag-course-changed = changed
flag-course-unchanged = long-standing, unchanged
flag-course-but-lately = said to be unchanged, but began within days
flag-course-not-said = course not said
flag-not-asked-since = not asked since
flag-muscle-c5 = elbow flexors (C5)
flag-muscle-c6 = wrist extensors (C6)
flag-muscle-c7 = elbow extensors (C7)
flag-muscle-c8 = finger flexors (C8)
flag-muscle-t1 = finger abductors (T1)
flag-muscle-l2 = hip flexors (L2)
flag-muscle-l3 = knee extensors (L3)
flag-muscle-l4 = ankle dorsiflexors (L4)
flag-muscle-l5 = great-toe extensor (L5)
flag-muscle-s1 = ankle plantar flexors (S1)
flag-input-residual-urine = residual urine
flag-input-temperature = temperature
flag-input-breathing-rate = breathing rate
flag-input-course-of-crp = course of CRP
flag-input-course-of-esr = course of ESR
flag-input-crp = CRP
flag-input-esr = ESR
flag-input-esr-after-the-operation = ESR after the operation
flag-input-dates-of-operations = dates of operations
flag-input-dates-of-injections = dates of injections
flag-input-dates-of-other-procedures-at-the-spine = dates of other procedures at the spine
flag-input-dates-of-procedures-at-the-spine = dates of procedures at the spine
flag-input-regions-of-operations = regions of operations
flag-input-implanted-devices = implanted devices
flag-input-dates-of-trials = dates of trials
flag-input-blood-thinners = blood thinners
flag-input-age = age
flag-input-age-at-the-first-dated-symptom = age at the first dated symptom
flag-input-examination-of-muscle-power = examination of muscle power
flag-input-examination-of-the-saddle = examination of the saddle
flag-input-examination-of-anal-tone = examination of anal tone
flag-input-examination-of-the-long-tracts = examination of the long tracts
flag-input-examination-of-gait = examination of gait
flag-input-phq-9-item-9 = PHQ-9 item 9
flag-gap = { $input }: { $why }
flag-gap-not-recorded = not recorded
flag-gap-course = yes, not said whether new, changed or long-standing
flag-found-answer = { $finding } ({ $more })
flag-found-age = age { $value }
flag-found-age-between = age between { $from } and { $to }, the date is not exact
flag-found-onset = first dated symptom at age { $value }
flag-found-onset-between = first dated symptom at age between { $from } and { $to }, the date is not exact
flag-found-residual-urine = residual urine { $value } mL
flag-found-temperature = temperature { $value } °C
flag-found-breaths = breathing rate { $value } a minute
flag-found-item-nine = PHQ-9 item 9 scored { $value }
flag-found-crp = CRP { $value } mg/L
flag-found-crp-rising = CRP rising from { $from } to { $to } mg/L
flag-found-esr = ESR { $value } mm/h
flag-found-esr-rising = ESR rising from { $from } to { $to } mm/h
flag-found-esr-late = ESR { $value } mm/h after a recent operation
flag-found-procedure = { $procedure }, { $when }
flag-found-neck-or-chest = operation on the neck or chest part of the spine, { $value }
flag-found-device = implanted device: { $value }
flag-found-trial-lead = trial lead or catheter in: { $name }, { $when }
flag-found-thinner = blood thinner: { $value }
flag-found-saddle = sensation in the saddle { $value } on examination
flag-found-anal-tone = anal tone { $value } on examination
flag-found-foot-drop = foot drop in walking on examination
flag-found-tract-sign = { $side } { $sign } on examination
flag-found-power = power of { $side } { $muscle } { $grade } ({ $before })
flag-found-power-from = from { $grade } on { $on }
flag-found-power-known = known as { $grade }
flag-found-power-first = no earlier examination to compare with
flag-procedure-operation = operation on the spine
flag-procedure-injection = injection at the spine
flag-procedure-radiofrequency = radiofrequency treatment at the spine
flag-procedure-discography = discography
flag-procedure-trial = trial with a lead or catheter
flag-procedure-intervention = intervention at the spine
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
