# Words for coded values: the same in the window, in letters and in the chart.
value-missing-not-asked = not asked
value-missing-unknown = unknown
value-missing-not-applicable = not applicable
value-missing-declined = declined
value-missing-absent = none
value-reply-yes = yes
value-reply-no = no
value-reply-does-not-apply = does not apply
value-reply-unknown = asked, not known
value-reply-declined = asked, declined
value-reply-not-asked = not asked

value-side-left = left
value-side-right = right
value-side-bilateral = both sides
value-side-midline = midline

value-role-clinician = clinician
value-role-assistant = assistant
value-role-read-only = reader

value-told-by-patient = patient
value-told-by-clinician = clinician
value-told-by-document = document
value-told-by-device = device

value-sex-female = female
value-sex-male = male
value-sex-other = other

value-region-cervical = cervical
value-region-thoracic = thoracic
value-region-lumbar = lumbar
value-region-lumbosacral = lumbosacral
value-region-sacroiliac = sacroiliac

value-approach-posterior = posterior
value-approach-posterolateral = posterolateral
value-approach-anterior = anterior
value-approach-lateral = lateral
value-approach-oblique = oblique
value-approach-prone-transpsoas = prone transpsoas
value-approach-combined = combined
value-approach-endoscopic = endoscopic

value-outcome-much-better = much better
value-outcome-better = better
value-outcome-same = the same
value-outcome-worse = worse

value-modality-mri = MRI
value-modality-ct = CT
value-modality-x-ray = X-ray
value-modality-flexion-extension = Flexion–extension X-ray
value-modality-whole-spine = Whole-spine X-ray
value-modality-myelogram = Myelogram
value-modality-ct-myelogram = CT myelogram
value-modality-discography = Discography
value-modality-bone-scan = Bone scan
value-modality-spect-ct = SPECT/CT
value-modality-dexa = DEXA
value-modality-ultrasound = Ultrasound
value-modality-not-stated = Imaging, kind not stated

value-position-supine = lying
value-position-standing = standing
value-position-sitting = sitting
value-position-flexion-extension = flexion and extension

value-kind-drug = Medicine
value-kind-injection = Injection
value-kind-block = Block
value-kind-radiofrequency = Radiofrequency
value-kind-intervention = Intervention
value-kind-physiotherapy = Physiotherapy
value-kind-manual-therapy = Manual therapy
value-kind-physical-modality = Physical modality
value-kind-psychology = Psychology
value-kind-pain-management = Pain management
value-kind-neuromodulation-trial = Neuromodulation trial
value-kind-neuromodulation-implant = Neuromodulation implant
value-kind-intrathecal-trial = Intrathecal trial
value-kind-other = Other

value-stopped-ineffective = did not help
value-stopped-adverse-effect = adverse effects
value-stopped-patient-choice = patient's choice
value-stopped-completed = completed
value-stopped-cost = cost or coverage
value-stopped-contraindication = contraindicated
value-stopped-lost-to-follow-up = lost to follow-up
value-stopped-other = another reason

value-status-running = ongoing
value-status-not-begun = not begun
value-status-ended = ended
value-status-may-have-ended = may have ended
value-status-one-off = once
value-status-unknown = not known whether it is ongoing

value-medicines-listed = taken, listed among the treatments

value-site-back = back
value-site-leg = leg
value-site-neck = neck
value-site-arm = arm
value-site-not-split = one figure, sites not split

value-pain-now = now
value-pain-average = average
value-pain-worst = worst
value-pain-least = least
value-pain-kind-not-said = kind not said

# What was measured, and values in words.
measure-pain = Pain 0–10, { $site }
asked-sided-limb = { $side } { $site }
asked-sided = { $site } ({ $side })
asked-over = { $kind } of { $period }
score-none = no score
score-prorated = (prorated, { $missing } missing)
pain-free-never = never pain-free
pain-free-still = still pain-free
pain-free-for = pain-free for { $time }
pain-free-words = pain-free: { $words }

# Groups of red-flag questions.
value-group-bladder-bowel-saddle = Bladder, bowel, saddle area, both legs
value-group-cord = Hands, walking, reflex signs
value-group-nerves = Weakness, numbness, tingling
value-group-infection = Fever and infection
value-group-pain-pattern = Pattern of the pain
value-group-tumour = Cancer and weight
value-group-fracture = Falls and bone
value-group-wound = Wound
value-group-device = Implanted device
value-group-inflammatory = Inflammatory disease
value-group-vessels = Blood vessels, chest
value-group-mind = Thoughts of self-harm
value-group-opioid = Opioids and sedatives
value-measures-pain = Pain
value-measures-pain-kind = Kind of pain
value-measures-function = Function and disability
value-measures-performance = Physical performance
value-measures-mood = Mood and worry
value-measures-beliefs = Beliefs about pain
value-measures-sleep = Sleep
value-measures-global = Overall change
value-measures-life = Quality of life
value-measures-risk = Risk of a long course
value-better-lower = lower is better
value-better-higher = higher is better
value-better-neither = neither way is better

value-relation-as-before = the same as before the operation
value-relation-better-then-back = better after the operation, then back
value-relation-never-improved = never improved after the operation
value-relation-worse = worse than before the operation
value-relation-new = new after the operation

value-pattern-constant = constant
value-pattern-intermittent = comes and goes
value-pattern-attacks = attacks
value-pattern-constant-with-attacks = constant, with attacks

value-trend-better = getting better
value-trend-same = staying the same
value-trend-worse = getting worse

value-time-of-day-morning = worst in the morning
value-time-of-day-daytime = worst during the day
value-time-of-day-evening = worst in the evening
value-time-of-day-night = worst at night
value-time-of-day-any-time = the same at any time of day

value-tolerance-unlimited = unlimited

value-feeling-pain = pain
value-feeling-burning = burning
value-feeling-numbness = numbness
value-feeling-tingling = tingling
value-feeling-weakness = weakness
value-feeling-cold = painful cold
value-feeling-touch-hurts = touch hurts

value-depth-skin = on the skin
value-depth-deep = deep
