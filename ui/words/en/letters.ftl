# Words of letters: the few fields of a letter, its preview, and where it went.
letters-title = Letters
letters-fields = What the letter says beyond the record
letters-recipient = Recipient
letters-recipient-hint = Name and address, a line each
letters-reason = Reason
letters-question = Question
letters-urgency = Urgency
letters-urgency-routine = Routine
letters-urgency-soon = Soon
letters-urgency-urgent = Urgent
letters-urgency-words = Urgency in words
letters-urgency-words-hint = Such as “within two weeks”
letters-urgency-both = { $urgency }, { $words }
letters-make = Make letter
letters-no-clinic-no-author = Letters have no clinic at the top and no author yet.
letters-no-clinic = Letters have no clinic at the top yet.
letters-no-author = Letters have no author yet.
letters-to-settings = Set this once in Settings

letters-preview = Preview
letters-none-title = No letter yet
letters-none-text = The letter is put together from the record and the fields beside it. The preview shows the very file that is saved and printed.
letters-size = { $pages ->
    [one] { $pages } page, { $kilobytes } KB
   *[other] { $pages } pages, { $kilobytes } KB
}
letters-changed = Changed since this preview
letters-changed-hint = Make the letter again before it is saved, opened or copied.
letters-page = Page { $page } of { $pages }
letters-previous = Previous page
letters-next = Next page
letters-fit = Size on the screen
letters-fit-width = Fit width
letters-fit-page = Fit page
letters-gone = This preview is no longer kept. What you typed is as it was; make the letter again.
letters-not-recorded = Not in the record

# What the name of a saved file begins with; the day and a number follow.
letters-file = Letter
letters-file-walking-plan = Walking plan
letters-file-patient = Patient’s copy
letters-file-sheets = Sheets to fill in
letters-file-recovery-sheet = Recovery sheet
letters-save = Save letter
letters-saved = Saved as { $name } in { $folder }
letters-view = Open in viewer
letters-viewed = Opened in the system’s viewer. Printing is done there.
letters-copy = Copy as text
letters-copied = Copied as text, ready to be pasted into another system.
letters-copy-title = Copy as text
letters-copy-text = The clipboard could not be reached. Select the text here and copy it with Ctrl+C.
letters-copy-select = Select all
letters-copy-label = Letter as text
keys-letter-make = Make the letter
keys-letter-next = Next page of the letter
keys-letter-previous = Previous page of the letter

# The kind of letter, its length, and what is left out of it.
letters-kind = Letter
letters-kind-summary = Summary of the case
letters-kind-surgeon = To a spinal surgeon
letters-kind-pain-clinic = To a pain clinic
letters-kind-physiotherapist = To a physiotherapist
letters-kind-family-doctor = Reply to the family doctor
letters-kind-discharge = Discharge
letters-kind-insurer = To an insurer or employer
letters-kind-trial = Neuromodulation trial
letters-kind-patient = The patient’s own copy
letters-kind-walking = Walking plan and diary
letters-kind-implant-card = Implant card
letters-for-others = Letters
letters-for-the-patient = Papers for the patient
letters-length = Length
letters-length-one-page = One page
letters-length-two-pages = Two pages
letters-length-everything = Everything
letters-left-out = Not in this letter
