# The help of `lamina` and of each of its commands: what a command does, what each argument is, and what is said below them.
# Named after command and argument; what several commands have in common stands under `any`.

cli-help = The record of people with pain after spine surgery: vaults, record files, charts, letters and scores
cli-help-after =
    Exit codes:
      0  done
      1  the input was refused, and nothing was written
      2  the call itself is wrong
      3  a file could not be read or written

    A passphrase is never an argument. It is asked for at a terminal, read as one line where standard input is something
    else, or taken from --passphrase-env or --passphrase-fd.

    Examples:
      lamina new clinic.vault
      lamina sample --patients 20 --seed 7 --vault clinic.vault
      lamina patients clinic.vault --search 'muster fusion'
      lamina letter clinic.vault --patient S-000012 --out letter.pdf
      lamina backup clinic.vault --to /media/stick

    `lamina VERB --help` shows the options of a verb with examples.

# Of several commands.
cli-help-any-as = The name under which you sign in, where several people open the vault
cli-help-any-json = Print a JSON object a line
cli-help-any-out = Where to write it. An existing file is never replaced
cli-help-any-passphrase-env = Read the passphrase from this environment variable
cli-help-any-passphrase-fd = Read the passphrase from this file descriptor (Linux and macOS)
cli-help-any-patient = Whose record: an id, a record number or text that finds one
cli-help-any-source = A file in Lamina's record format, or a vault
cli-help-any-vault = The vault

cli-help-new = Make a new encrypted vault. Its key file lies beside it; keep both together
cli-help-new-vault = Where to make it
cli-help-new-after =
    At a terminal the passphrase is asked for twice and not shown.

    Examples:
      lamina new clinic.vault
      WORDS='six words that only you know' lamina new clinic.vault --passphrase-env WORDS
      lamina new clinic.vault --passphrase-fd 3 3< passphrase.txt

cli-help-load = Load a record file into a vault: all of it or nothing
cli-help-load-file = A file in Lamina's record format
cli-help-load-again = Load it also where the very same file was loaded before
cli-help-load-after =
    Examples:
      lamina load clinic.vault record.json
      lamina load clinic.vault record.json < passphrase.txt

    Attached files that the record names are taken from the folder beside it, record.files for record.json.

    A file that was loaded before is refused, since its people would then stand there twice; --again loads it all the same.

cli-help-dump = Write everything in a vault to a record file. The file is readable by anyone who gets hold of it
cli-help-dump-after =
    What is dumped and loaded again is the same record. Attached files go to a folder beside it, everything.files for
    everything.json, each under the SHA-256 of its bytes; lamina load takes them from there.

    Example:
      lamina dump clinic.vault --out everything.json

cli-help-patients = List the patients of a vault
cli-help-patients-search = Any parts of a name, a birth date, a number, an operation, a medicine or what was found at a visit, in any order
cli-help-patients-after =
    Accents and special letters need not be typed: lukasz finds Łukasz.

    Examples:
      lamina patients clinic.vault
      lamina patients clinic.vault --search 'muster 1961 fusion'
      lamina patients clinic.vault --json

cli-help-verify = Check a vault: the file, the audit log, every version of every fact and all that is derived from them
cli-help-verify-json = Print what was found as JSON
cli-help-verify-after =
    Exit code 0 says that the vault is whole, 1 that faults were found. What is derived from the record can be made anew with
    lamina rebuild; for everything else keep the file and take the last backup.

    Examples:
      lamina verify clinic.vault
      lamina verify clinic.vault --json

cli-help-rebuild = Make everything anew that is derived from the facts of a vault: the tables for reading and for the search
cli-help-rebuild-after =
    No fact is touched, and the rebuilding stands in the audit log.

    Example:
      lamina rebuild clinic.vault

cli-help-backup = Make a backup of a vault: one encrypted file, read back before it counts
cli-help-backup-to = The folder to make it in
cli-help-backup-after =
    The backup is one encrypted file that holds the vault and its key file, and is opened by the same passphrase. It is read back
    before it gets its name. Of the vault's own backups in that folder the newest stays, and one for each of 14 days, 8 weeks and
    12 months.

    Example:
      lamina backup clinic.vault --to /media/stick

cli-help-restore = Restore a vault from a backup, after everything in it was proven
cli-help-restore-backup = The backup
cli-help-restore-to = Where the vault is put. One that is there is left alone without --keep-old
cli-help-restore-keep-old = Keep a vault that is there beside the restored one
cli-help-restore-after =
    Everything in the backup is proven before anything is put in place. With --keep-old a vault that is there is kept beside the
    restored one, with .kept- and the date at the end of its name.

    Examples:
      lamina restore clinic-20261130-183000.lamina-backup --to clinic.vault
      lamina restore clinic-20261130-183000.lamina-backup --to clinic.vault --keep-old

cli-help-recovery = Make, use or remove the recovery sheet, which opens a vault when its passphrase is forgotten
cli-help-recovery-after =
    A recovery key opens the vault when its passphrase is forgotten. It is printed once, counts once it was typed again, and is
    kept nowhere. It is asked for at a terminal, or read as a line of standard input.

    Examples:
      lamina recovery make clinic.vault --sheet sheet.pdf
      lamina recovery use clinic.vault
      lamina recovery remove clinic.vault

cli-help-recovery-make = Make a recovery key. The one before it then opens the vault no more
cli-help-recovery-make-vault = The vault whose key it is
cli-help-recovery-make-sheet = Write the sheet for print to this file, too. Print it and delete the file

cli-help-recovery-use = Set a new passphrase by the recovery key, in place of a forgotten one
cli-help-recovery-use-vault = The vault whose key it is

cli-help-recovery-remove = Remove the recovery key: its sheet then opens the vault no more
cli-help-recovery-remove-vault = The vault whose key it is

cli-help-passphrase = Set another passphrase in place of the one that opens a vault
cli-help-passphrase-vault = The vault that it opens
cli-help-passphrase-after =
    Asks for the passphrase until now and then, twice, for the new one; where standard input is no terminal each is a line of it.

    Example:
      lamina passphrase clinic.vault

cli-help-audit = Examine the audit log: who opened which record, what somebody did
cli-help-audit-patient = Only what concerns this patient, by the id that `lamina patients --json` tells
cli-help-audit-person = Only what this person did, by the name under which the system knows them
cli-help-audit-csv = Print a table for a spreadsheet
cli-help-audit-after =
    The newest rows come first. That the log was examined stands in it as well. In CSV a cell that a spreadsheet would take for a
    formula is preceded by an apostrophe.

    Examples:
      lamina audit clinic.vault --patient 0195f3c8-0000-7000-8000-000000000001
      lamina audit clinic.vault --person dr-example --csv > log.csv
      lamina audit clinic.vault --json

cli-help-check = Read record files and say whether every value in them can be kept. Names the path of what can't
cli-help-check-files = Files in Lamina's record format
cli-help-check-json = Print what was found as JSON, one object a line
cli-help-check-after =
    Every file is read, also after one that was refused; the exit code is that of the first one refused.

    Examples:
      lamina check record.json
      lamina check --json exported/*.json

cli-help-sample = Make a synthetic clinic of any size: invented people with plausible records
cli-help-sample-patients = How many patients
cli-help-sample-seed = What all chance comes from
cli-help-sample-as-of = The day on which the records stand, as YYYY-MM-DD; today where it is not given
cli-help-sample-years = Years since the first operation; makes very full records
cli-help-sample-facts = How many facts each record has
cli-help-sample-out = Write a record file. An existing file is never replaced. Standard output where neither is given
cli-help-sample-vault = Load into this vault, a thousand patients at a time
cli-help-sample-after =
    Every person is invented and the note of each record says so. The same number, seed and day give the same bytes.
    With --years each record is a very full one, 250 facts a year unless --facts says otherwise.

    Examples:
      lamina sample --patients 200 --seed 7 --as-of 2026-01-31 --out clinic.json
      lamina sample --patients 10000 --seed 7 --vault clinic.vault
      lamina sample --patients 1 --years 20 --facts 5000 --out long.json

cli-help-chart = Draw the progress chart of one patient as SVG
cli-help-chart-patient = Whom: the place in a record file, counted from 1; in a vault an id, a record number or text that finds one
cli-help-chart-after =
    Examples:
      lamina chart record.json --out chart.svg
      lamina chart clinic.vault --patient S-000012 --out chart.svg

cli-help-letter = Print a letter about one patient, or about many, as PDF or plain text, of the kind and length that are asked for
cli-help-letter-patient = Whom: the place in a record file, counted from 1; in a vault an id, a record number or text that finds one
cli-help-letter-all = One letter each for everyone, or for everyone that --search finds
cli-help-letter-search = With --all: any parts of a name, a birth date, a number, an operation, a medicine or what was found at a visit, in any order
cli-help-letter-text = With --all: plain text in place of PDF
cli-help-letter-out = Where to write it; with --all a folder that is new or empty. An existing file is never replaced
cli-help-letter-kind = To whom it goes and what for: summary, surgeon, pain-clinic, physiotherapist, family-doctor, discharge, insurer, trial, patient (the patient's own copy in plain words), walking (the walking plan with the diary) or implant-card
cli-help-letter-length = How long it may be: one-page, two-pages or everything
cli-help-letter-reason = Why the letter is written
cli-help-letter-question = What the recipient is asked
cli-help-letter-urgency = How urgent it is, in words
cli-help-letter-to = A line of the recipient's address; repeat it for each line
cli-help-letter-clinic = The clinic's name for the letterhead; from a vault its own letterhead where this is not given
cli-help-letter-call = On papers for the patient, the number that patients call; from a vault the one that the clinic set where this is not given
cli-help-letter-emergency = On papers for the patient, the emergency number; from a vault the one that the clinic set where this is not given
cli-help-letter-author = The author's name; from a vault the one that the clinic set where this is not given
cli-help-letter-role = The author's role
cli-help-letter-registration = The author's registration number with its body
cli-help-letter-opioid-table = The table of factors for the opioid load: us-cdc-2022 or uk. It is printed beside the total. Where it is not given, that of the clinic, or us-cdc-2022 for a record file
cli-help-letter-date = The letter's date as YYYY-MM-DD; today where it is not given
cli-help-letter-after =
    The kind says which sections a letter has, in the order in which its reader needs them. Of two-pages and one-page the fullest
    letter that fits is made; what is left out stands in it, counted and named. A trial, walking and an implant-card have one page.
    The kinds patient and walking go to the patient: how hard they are to read is said on standard error.
    A vault is told from a record file by what is in it. In a vault --patient takes an id, a record number, or any text
    that finds one person; where it finds several they are listed and nothing is written. Whatever is made of a vault stands
    in its audit log before it is written.

    Examples:
      lamina letter record.json --patient 2 --out letter.pdf --reason 'Leg pain after two operations'
      lamina letter clinic.vault --patient 'muster 1961' --out letter.txt --author 'Dr Sample' --to 'Pain clinic'
      lamina letter record.json --kind surgeon --length one-page --out letter.pdf --question 'Is there anything to operate on?'
      lamina letter record.json --length everything --out whole.pdf
      lamina letter record.json --kind patient --call '01632 960 112' --emergency 999 --out copy.pdf
      lamina letter clinic.vault --all --search pregabalin --out letters --question 'Please advise'

cli-help-sheets = Print questionnaires with boxes to tick, to fill in on paper
cli-help-sheets-list = Name every instrument, and why there is no sheet of some
cli-help-sheets-patient = Whom: the place in a record file, counted from 1; in a vault an id, a record number or text that finds one
cli-help-sheets-instrument = A questionnaire or test, such as phq-9; repeat it for each
cli-help-sheets-out = Where to write it. An existing file is never replaced
cli-help-sheets-clinic = The clinic's name for the letterhead; from a vault its own letterhead where this is not given
cli-help-sheets-after =
    A sheet has the questions as their authors print them, boxes for the answers, the credit line, whom it is about, and a place for
    the total. There is none of an instrument whose wording is not free; --list names them all, with why. Several are one file in
    which each begins a page. Whatever is made of a vault stands in its audit log before it is written.

    Examples:
      lamina sheets --list
      lamina sheets record.json --patient 2 --instrument phq-9 --out phq-9.pdf
      lamina sheets clinic.vault --patient S-000012 --instrument nrs --instrument peg --instrument rmdq-24 --out sheets.pdf

cli-help-attach = Attach files to the record of one patient: reports, letters, pictures
cli-help-attach-vault = The vault that holds the record
cli-help-attach-files = Files, or folders with files in them
cli-help-attach-kind = What kind of paper or picture they are: letter, imaging_report … "other" where it is not given
cli-help-attach-title = What they are, in a few words; the name of each file where it is not given
cli-help-attach-date = The date of what is in them, as exact as it is known
cli-help-attach-about = The entry that they belong to, such as "imaging 1"
cli-help-attach-another-person = They belong to the record though they name somebody else
cli-help-attach-after =
    PDF, PNG, JPEG and DICOM files up to 25 MiB are taken in, judged by what is in them and not by their names; a folder is gone
    through with everything in it, and links are not followed. Each file is kept whole or not at all, and what was attached before
    stays where one is refused. A file that the record has already is told and not attached twice. A DICOM file that names somebody
    else is refused without --another-person.

    Exit code 0 says that every file is in the record now, 1 that some were refused.

    Examples:
      lamina attach clinic.vault --patient S-000012 report.pdf --kind imaging_report --date 'May 2026'
      lamina attach clinic.vault --patient 'muster 1961' disc --kind imaging_picture --about 'imaging 1'

cli-help-documents = List the attached files of one patient
cli-help-documents-vault = The vault that holds the record
cli-help-documents-after =
    Examples:
      lamina documents clinic.vault --patient S-000012
      lamina documents clinic.vault --patient S-000012 --json

cli-help-copy = Write a copy of an attached file, byte for byte as it came
cli-help-copy-vault = The vault that holds the record
cli-help-copy-document = Which of the documents, counted from 1 as they are listed
cli-help-copy-after =
    The copy has the very bytes that were attached, and stands in the audit log before it is written. It is not encrypted.

    Example:
      lamina copy clinic.vault --patient S-000012 --document 2 --out report.pdf

cli-help-score = Score questionnaires and tests from CSV rows, one administration a row, without a vault
cli-help-score-instrument = The instrument, such as odi, phq-9 or nrs. `lamina rules` lists them all
cli-help-score-file = A CSV file; standard input where it is not given
cli-help-score-header = The first row holds names, even where they are bare numbers. Other names are known without this
cli-help-score-total = Each row is one total that was worked out elsewhere, not the answers
cli-help-score-prorate = Make up for blanks where the instrument has a rule for it. The score is labelled
cli-help-score-confirmed = Tick forms: the person confirmed that every statement was read
cli-help-score-yes-no = Tick forms: the form had yes and no, so an empty cell is a blank
cli-help-score-edition = The printed version, such as 2.1a
cli-help-score-after =
    One row is one administration. Where the first row holds names, the answers are found by name, in any order: q1, item 2,
    odi_3, the wording, or a LOINC code; an id, a date or a total beside them is left alone. Without names a row holds the
    answers in the order of the form and nothing else; where that leaves a doubt, the file is refused.

    Answers are points. Missing is an empty cell, or NA, N/A, ., -, missing, null and the like, -99, and 999 where no answer
    can be so high; it is never zero and never no. A cell can also hold unable (a test could not be done), does not apply, x,
    yes or no (a statement), 3|4 (two boxes in one section of the ODI: the higher counts), or the words of a global impression
    of change. On a tick form an empty cell is no tick, once --confirmed says that all were read.
    Columns stand between commas, semicolons or tabs, numbers have a point or a comma, and the file is UTF-8 or UTF-16.
    Without enough answers the score is null and a reason stands beside it. What can't be measured is refused.

    Examples:
      echo 1,2,1,2,2,2,1,2,1,2 | lamina score odi --edition 2.1a
      lamina score phq-9 --file answers.csv
      echo 2,2,2,2,2,1,1,,     | lamina score phq-9 --prorate
      lamina score rmdq-24 --confirmed < ticks.csv
      echo 42.0                | lamina score odi --total
      echo much better         | lamina score pgic

    Each row gives one JSON object on standard output: row (its line in the file), score, answered, missing, prorated, band,
    reason, flags, subscales. A row that is no answer to the form is told on standard error by its line; the others are still
    scored and the exit code is then 1.

cli-help-mme = Add up the opioid load of medicine lines a day, with its arithmetic, without a vault
cli-help-mme-medicines = Medicine lines, such as "oxycodone 10 mg q12h"; standard input, one a line, where none is given
cli-help-mme-table = The table of factors: us-cdc-2022 or uk. It is printed beside every total
cli-help-mme-json = Print one JSON object
cli-help-mme-after =
    The load is a sum for information: it converts no opioid into another and advises no dose. It is given as taken and
    at most, with its arithmetic, the table, and what could not be counted. While a line is not understood there is no
    total, since it would be too low.

    Examples:
      lamina mme "oxycodone 10 mg q12h" "fentanyl patch 25 mcg/h"
      lamina mme "tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day" --table uk
      lamina mme --json < medicines.txt

cli-help-rules = List every rule with its version, its source and how sure it is
cli-help-rules-markdown = Print the document with every rule and instrument
cli-help-rules-after =
    Each rule has an id, a version, its source and how sure it is.

    Examples:
      lamina rules
      lamina rules --json
      lamina rules --markdown > docs/rules.md
