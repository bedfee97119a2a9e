# Words of the patient's own copy of the record. They speak to the patient, in short sentences; every paragraph is measured by
# a test and stays at or below reading grade 8.
copy-about = About this page
copy-about-text = This page is about you. It is made from your record. Tell us if something is wrong or missing, and take it with you when you see someone new.
copy-made = Made from your record on { $day }. It makes no diagnosis.
copy-more = { $count ->
    [one] One more is in your record.
   *[other] { $count } more are in your record.
}
copy-dated = { $what } ({ $when })
copy-at = { $what }: { $place }
copy-no-date = date not known

copy-operations = Your operations
copy-operations-none = No operation on your spine is in your record.
copy-operations-count = { $count ->
    [one] You have had one operation on your spine.
   *[other] You have had { $count } operations on your spine.
}
copy-operation = { $when }: { $what }

copy-causes = What it is called and why it hurts
copy-cause-pain = You have pain that went on, or came back, after surgery on the spine. Its name is { $name }.
copy-term-psps = persistent spinal pain syndrome type 2
copy-term-post-laminectomy = post-laminectomy syndrome
copy-cause-confirmed = Found: { $what }
copy-cause-probable = Likely: { $what }
copy-cause-none = Why you have pain is not known for sure, or it is not in your record.
copy-cause-open = Some points are still being looked at. Ask us about them.

copy-tried = What you have tried
copy-tried-none = No treatment is in your record.
copy-tried-without = Where no result is given, ask us what your record says.
copy-tried-relief = The percent says how much of the pain was gone, as you told it.
copy-came-relief = about { $relief } % less pain
copy-came-none = no less pain
copy-came-worse = it made things worse
copy-came-lasted = for { $time }
copy-came-felt = you felt { $how }
copy-stopped-ineffective = stopped as it did not help
copy-stopped-adverse-effect = stopped because of side effects
copy-stopped-patient-choice = you chose to stop
copy-stopped-completed = done as planned
copy-stopped-cost = stopped because of the cost
copy-stopped-contraindication = stopped for a medical reason
copy-goes-on = goes on

copy-scores = Your own numbers
copy-scores-pain = For pain, 0 is no pain and 10 is the worst pain you can think of.
copy-scores-life = For daily life, a lower number means that you can do more.
copy-score-pain = Pain ({ $asked })
copy-score-life = Daily life ({ $name })
copy-score-of-ten = { $value } of 10
copy-score-line = { $what }: { $values }

copy-medicines = Your medicines now
copy-medicines-none = Your record says that you take no medicine now.
copy-medicines-not-recorded = Your record does not say which medicines you take now.
copy-medicines-unsure = We do not know if you still take: { $names }. Please tell us.
copy-medicines-ask = Do not change or stop a medicine on your own. Ask whoever prescribed it before you change it. Tell us if you take something else.

copy-goals = What you want to reach
copy-goals-realistic = An operation or a treatment can ease pain. It cannot always take it away. So we also look at what you want to do again.
copy-goals-write = I want to be able to
copy-goal-by = { $goal } (by { $when })

copy-plan = What comes next
copy-plan-line = { $kind }: { $what }.
copy-plan-who = Who: { $who }.
copy-plan-by = When: by { $when }.
copy-plan-late = It was due by { $when }. Ask us about it.
copy-plan-no-date = No date is set yet.
copy-plan-none = Nothing is planned in your record now. Ask us what comes next.

copy-team = Who looks after you

copy-show = Show this before a scan, an injection or an operation
copy-show-mri = Show this page before an MRI scan. Wait until the staff there say that you may go in.
copy-show-line = { $what }. MRI: { $mri }
copy-show-none = Your record says that nothing was left in your body.
copy-show-not-asked = Your record does not say if there is other metal or a device in your body. Tell the staff what you know.
copy-show-allergies = Allergies: { $text }
copy-show-thinners = Blood thinners: { $text }
copy-none-known = none known
copy-mri-unsafe = marked as not safe
copy-mri-conditions = only as its maker allows, so ask first
copy-mri-tell = tell the staff that you have it
copy-mri-ask = not known, so ask first

copy-walking = Walking
copy-walking-ask = Ask us before you walk for exercise.
copy-walking-flag = Something in your record has to be looked at first.
copy-walking-paused = Your walking plan is on hold.
copy-walking-not-cleared = Your record does not say yet that you may start.
copy-walking-now = Your plan now: { $quota }.
copy-walking-why = Walking trains the heart and the lungs. It helps to keep muscle and bone strong. It can ease stiffness, lift your mood and help with your weight.
copy-walking-how = Hold your head up, let your shoulders hang loose and keep your belly lightly firm. Wear shoes that hold your feet well. Choose flat, even ground.
copy-walking-less = Walk less if the pain goes up by more than { $points ->
    [one] one point
   *[other] { $points } points
}, if it has not settled after a day, or if leg pain moves further down. Make the next walks shorter and take more breaks.
copy-walking-page = How to walk, when to walk less and when to stop stands on the page “Walking plan and diary”. Ask us for it.
copy-walking-stop = Stop if you notice anything that is named under “When to call”.
copy-walking-disc = What walking does to a disc that bulges out (a herniation) differs from person to person. Ask us how it is for you.

copy-call = When to call
copy-call-now = Call the emergency number at once if one of these is new or gets worse:
copy-call-now-number = Call { $number } at once if one of these is new or gets worse:
copy-call-bladder = you cannot pass water, or you lose control of bladder or bowel
copy-call-saddle = you are numb between your legs or around your bottom
copy-call-legs = both legs turn weak or numb, or a weakness gets worse fast
copy-call-chest = you have chest pain or you are short of breath
copy-call-harm = you think of harming yourself
copy-call-day = Call us on the same day if:
copy-call-day-number = Call us on the same day ({ $number }) if:
copy-call-weak = a leg or an arm turns weak or numb
copy-call-fever = you have a fever, chills or night sweats
copy-call-wound = a wound turns red, swells, opens or leaks
copy-call-sudden = you get sudden, very strong pain
copy-call-fall = you fall or have an accident; do not exercise before you were seen
copy-call-device = your stimulator or pump gives an alarm, or works in another way
copy-call-device-skin = the skin over your stimulator or pump turns red, hot or swollen
copy-call-emergency = Emergency: { $number }.
copy-call-clinic = Our number: { $number }.
copy-call-clinic-named = { $name }: { $number }.
copy-call-write-emergency = Emergency number
copy-call-write-clinic = Number of the clinic
copy-call-watched = Nobody watches this page. If you cannot reach us, call the doctor on duty.
