# Words that every kind of entry shares: lists, pages, forms, drafts, history.
entries-when = When
entries-save = Save
entries-back = Back
entries-saved = Saved { $time }
entries-draft-kept = Kept as draft { $time }
entries-draft-unkept = The draft could not be kept just now. What you typed stays here; it is tried again with the next change.
entries-reason = Reason for the change
entries-reason-hint = A few words. They are kept in the history.
entries-reason-needed = Say in a few words why, with at least three letters
entries-issues = { $count ->
    [one] Not saved: check one answer
   *[other] Not saved: check { $count } answers
}
entries-issues-kept = Nothing was saved yet. What you typed is kept.
entries-conflict-title = Not saved: this entry was changed meanwhile
entries-conflict-text = It was changed after you opened it, here or in another place. Your text is kept here and as a draft. Look at what the entry says now, then save yours over it or step back.
entries-conflict-other = { $who } changed it on { $when }, after you opened it.
entries-conflict-own = You changed it elsewhere on { $when }, after you opened it here.
entries-conflict-kept = Your text is kept here and as a draft. Look at what the entry says now, then save yours over it or step back.
entries-conflict-looked = Both texts are shown beside each other. Save keeps yours; the other stays in the history.
entries-conflict-look = Show what the entry says now
entries-conflict-theirs = What the entry says now
entries-gone-title = This entry was marked as entered in error meanwhile
entries-gone-text = It cannot be amended any more. Your text is kept here and as a draft.
entries-gone-action = Record as a new entry

entries-details = Details
entries-order = Order: { $name }
entries-newest-first = Newest first
entries-oldest-first = Oldest first
entries-undated-last = { $count ->
    [one] 1 without a date stands at the end
   *[other] { $count } without a date stand at the end
}
entries-missing = { $label }: without an answer
entries-pain-none = No pain
entries-pain-worst = Worst imaginable
entries-more = More
entries-note = Note
entries-side = Side
entries-side-hint = The patient's own left and right
side-left = Left
side-right = Right
side-bilateral = Both sides
side-midline = Midline
entries-told-by = Who said it
told-by-patient = Patient
told-by-clinician = Clinician
told-by-document = Document
told-by-device = Device
entries-not-recorded = Not recorded
entries-listed = Listed
entries-amended = { $count ->
    [one] Amended once
   *[other] Amended { $count } times
}
entries-recorded = { $who }, { $when }
keys-record = Record a new entry here
keys-to-list = Back to the list
keys-rows = Go to the first entry
keys-amend = Amend this entry
keys-amend-row = Amend the entry of this row

entries-drafts = Drafts
draft-takes-away = taken away
entries-discard-title = Discard this draft?
entries-discard-text = What was typed in it will be deleted. Saved entries stay as they are.
entries-discard-action = Discard draft

entries-amend = Amend
entries-retract = Mark as entered in error
entries-retract-title = Mark as entered in error
entries-retract-text = It no longer counts: lists, charts and letters leave it out. It stays in the history with your name, the time and the reason.
entries-retract-reason = Why it is an error
entries-changed-meanwhile = Something was saved meanwhile. Close this and look again. Nothing was changed.
entries-restore = Restore this version
entries-restore-title = Restore this version
entries-restore-text = The entry says again what this version said. What it says now stays in the history.
entries-restore-reason = Why this version is right
entries-reinstate = Put back
entries-reinstate-title = Put this entry back
entries-reinstate-text = It counts again: lists, charts and letters show it as it was. That it was marked as entered in error stays in the history.
entries-reinstate-reason = Why it was no error
entries-undo = Undo
entries-undo-last = Undo the last change
entries-undo-title = Undo the last change?
entries-undo-text = You saved this { $when }. What it undoes stays in the history.
entries-undo-none = There is nothing of yours to undo here, or something was saved on top of it. Amend the entry instead.
entries-undo-record = will be marked as entered in error.
entries-undo-amend = will say again what it said before.
entries-undo-retract = will count again.
entries-undo-reinstate = will be marked as entered in error again.
keys-undo-change = Undo the last change to this record
entries-retracted-title = Marked as entered in error
entries-retracted-text = It no longer counts. What it said stays here and in the history.
entries-history = History
entries-history-reason = Reason:
entries-history-differs = Changed:
entries-version-record = Recorded
entries-version-amend = Amended
entries-version-retract = Marked as entered in error
entries-version-reinstate = Put back
entries-undone = Undone

entries-leave-title = The draft could not be kept
entries-leave-text = What you typed is only on this screen. Save it, or leave and lose it.
entries-leave-action = Leave without keeping
