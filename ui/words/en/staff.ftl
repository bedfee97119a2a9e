# Words of people and roles: who works at the vault, letting others in, and what a role does not include.
role-owner = Owner
role-clinician = Clinician
role-physiotherapist = Physiotherapist
role-assistant = Assistant
role-auditor = Auditor
role-may-owner = Answers for the vault: lets others in and looks after backups and the recovery sheet. Otherwise as a clinician.
role-may-clinician = Records everything, resolves red flags, lets a paused walking plan go on, and sets rules and the clinic's settings.
role-may-physiotherapist = Records everything but pump entries and decisions about red flags, and leads the walking programme.
role-may-assistant = Records particulars, questionnaires, circumstances, plans and requests, documents and visits, and sends letters. No findings, no judgements.
role-may-auditor = Reads the record and examines the log. Changes nothing, and takes nothing out but the log.

# What a form says to whom it is not for.
role-not-recorded = Your role, { $role }, does not include recording { $noun ->
    [patient] who a patient is
    [background] alerts
    [surgery] operations
    [symptom] symptoms
    [imaging] imaging notes
    [treatment] treatments
    [score] scores
    [flag] answers about red flags
    [resolution] decisions about red flags
    [device] devices
    [anticoagulant] blood thinners
    [check] checks before an injection
    [walking_plan] walking plans
    [walking_event] changes of a walking plan
    [walking_row] lines of the walking diary
    [goal] goals
    [reading] readings
    [examination] examinations
    [diagnosis] diagnoses and causes
    [electrodiagnosis] nerve and muscle tests
    [untried] treatments that were considered
    [neuromodulation] neuromodulation
    [neuromodulation_step] steps of neuromodulation
    [trial_day] days of a trial diary
    [pump_setting] pump entries
    [circumstance] circumstances
    [plan_item] plans and requests
    [shared_decision] shared decisions
    [document] documents
   *[visit] visits
}.
role-not-undone = Your role, { $role }, does not include recording what was saved last, so that somebody else has to undo it.
role-not-taken-out = Your role, { $role }, does not include taking letters and documents out of the vault.
role-not-audit = Your role, { $role }, does not include examining the audit log.
role-not-settings = Your role, { $role }, does not include the settings of the clinic.

staff-title = People
staff-none = One person opens this vault, by one passphrase. Where several work with it, each can have a name, a role and a passphrase of their own, and the record and the log say who did what.
staff-begin = Let others sign in…
staff-own-name = First your own name: you sign in by it from now on, and what you record stands under it. It cannot be changed later.
staff-own-action = Take this name
staff-own-doing = Taking the name
staff-what = Everybody signs in by their name and a passphrase of their own. A role says what is offered to them; it is no second lock, since each passphrase opens the whole vault.
staff-table = People who work or worked here
staff-name = Name
staff-name-hint = As it is to stand in the record and in the log. It cannot be changed later.
staff-name-missing = Type a name.
staff-name-taken = Somebody here has this name, or had it. Choose another, for example with a middle name.
staff-too-many = No more people can open this vault. Take away the passphrase of somebody who left first.
staff-role = Role
staff-role-missing = Choose a role.
staff-role-same = This is their role already. Choose another one.
staff-since = Since
staff-state = State
staff-actions = Changes
staff-state-me = You
staff-state-here = Works here
staff-state-invited = Has a code, not signed in with it yet
staff-state-left = Left on { $on }
staff-passphrase = Your passphrase
staff-passphrase-hint = Asked for whenever who opens the vault is changed.
staff-passphrase-missing = Type your own passphrase.
staff-passphrase-wrong = That is not your passphrase. Nothing was changed. Check capital letters and the keyboard layout.
staff-add = Let somebody in
staff-add-action = Make a code
staff-add-doing = Making the code
staff-change-role = Change role
staff-change-role-action = Change the role
staff-change-role-title = Change the role of { $name }?
staff-change-role-text = What the new role includes is offered from their next sign-in on. What they recorded stays as it is.
staff-change-role-doing = Changing the role
staff-change-role-done = { $name } has the role { $role } now.
staff-give-code = Another code
staff-give-code-action = Give another code
staff-give-code-title = Give { $name } another code?
staff-give-code-text = Their passphrase until now opens this vault no more. They sign in once by the new code and set another passphrase.
staff-give-code-doing = Making the code
staff-remove = Remove
staff-remove-action = Take away the passphrase
staff-remove-title = Take away the passphrase of { $name }?
staff-remove-text = Their passphrase opens this vault no more. What they recorded stays under their name, which nobody else gets.
staff-remove-copy = Who left may have kept a copy of the vault, and their passphrase opens that copy. It also opens backups that were made before.
staff-remove-doing = Taking it away
staff-remove-done = The passphrase of { $name } opens this vault no more.
staff-of = { $what }: { $name }
staff-code-title = Code for { $name }
staff-code = Code
staff-code-how = Hand it over in person. It opens the vault once signed in as { $name }, and is replaced by their own passphrase.
staff-code-once = It is shown only now and kept nowhere. Whoever has it and the vault can read every record.
staff-code-done = I have handed it over

staff-letters = Your letters
staff-letters-what = What your own letters say of you, { $name }.
staff-letters-save = Save your letters
staff-letters-position = Position
staff-letters-position-hint = As it stands under a letter, for example Consultant in pain medicine.
staff-letters-contact = How to reach you
staff-letters-elsewhere = Who signs letters is each person's own: position, registration number and contact stand under Your letters.
