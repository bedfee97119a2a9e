# Words of attached files. What is refused says what happened and what to do; whom a file names is said and not judged.
section-documents = Documents
noun-document = document
document-list = Documents
document-record = Attach a file
documents-amend = Amend document
document-what = Document
document-empty-title = No documents attached
document-empty-text = Reports, letters and pictures are listed here: PDF, PNG, JPEG and DICOM, kept encrypted in the vault.
draft-new-document = New document
draft-change-document = Change to a document
document-kind-imaging_report = imaging report
document-kind-operation_note = operation note
document-kind-letter = letter
document-kind-test_report = test report
document-kind-imaging_picture = imaging picture
document-kind-photograph = photograph
document-kind-form = form
document-kind-other = other document
documents-kind = What it is
documents-kind-none = Choose
documents-title = Title
documents-title-hint = In a few words, for example MRI lumbar spine with contrast
documents-when = Date
documents-when-hint = Of the study, the operation or the letter, not of the file
documents-levels = Levels
documents-levels-hint = For example L4-S1
documents-conclusion = Conclusion
documents-conclusion-hint = In one line; it is found by the search
documents-about = Belongs to
documents-about-none = No other entry
documents-file-field = File
documents-choose = Choose a file
documents-choose-other = Choose another file
documents-choose-several = Take in several files
documents-choose-folder = Take in a folder
documents-choose-title = Choose a file to attach
documents-choose-several-title = Choose files to attach
documents-choose-folder-title = Choose a folder to take in
documents-choose-none = No file was chosen
documents-accepted = PDF, PNG, JPEG or DICOM, up to 25 MiB each
documents-looking = Looking at the file
documents-says = What the file says itself
documents-use-says = Fill in title and date from it
documents-names-another = It belongs to this record all the same
documents-already = This record has this very file already.
documents-already-open = Open the document
documents-media-pdf = PDF
documents-media-png = PNG picture
documents-media-jpeg = JPEG picture
documents-media-dicom = DICOM
documents-size-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
documents-size-kb = { $number } KB
documents-size-mb = { $number } MB
documents-says-modality = Modality
documents-says-studied = Date of the study
documents-says-body-part = Body part
documents-says-study = Study
documents-says-series = Series
documents-says-name = Patient
documents-says-born = Born
documents-name-differs = The file names { $name }, who is not this patient by name.
documents-born-differs = The birth date in the file is { $day }, which is not this patient's.
documents-name-unread = The name in the file is in letters that are not read here, so it could not be compared.
documents-names-nobody = The file names nobody, so it could not be compared with the record.
documents-names-another-refused = { $differs } It was not attached; check whose it is.
documents-in-another-record = The same file is attached to another record, or was to this one before. Check whose it is.
documents-nearly-full = The vault's room for files is nearly used up: more than 80 % of 4 GiB.
documents-left-out = { $count ->
    [one] { $count } link, device or folder that can't be read was left out.
   *[other] { $count } links, devices or folders that can't be read were left out.
}
documents-left-out-more = There are more files than are looked at; some were left out.
documents-file = Document
documents-undrawn = This file can't be shown here. Open it in another program, or save a copy.
documents-undrawn-dicom = Of a DICOM file only what it says is shown here, not its pictures. Open it in another program to see them.
documents-preview = Preview
documents-page = Page { $page } of { $pages }
documents-picture = Page { $page } of the document, as a picture
documents-previous = Previous page
documents-next = Next page
documents-save-copy = Save a copy
documents-open = Open in another program
documents-open-hint = A copy lies unencrypted beside the vault until Lamina locks.
documents-saved = Saved as { $name } in { $folder }, byte for byte as it came.
documents-opened = Handed to another program. The copy is removed when Lamina locks.
documents-folder-title = Files to take in
documents-folder-ready = { $count ->
    [one] { $count } file was found.
   *[other] { $count } files were found.
}
documents-folder-kind = Take them in as
documents-folder-start = Take in
documents-folder-stop = Stop
documents-folder-close = Done
documents-folder-progress = { $done } of { $count }: { $name }
documents-folder-stopped = Stopped. What was taken in before stays.
documents-folder-attached = { $count ->
    [one] { $count } file was attached.
   *[other] { $count } files were attached.
}
documents-folder-already = { $count ->
    [one] { $count } file was in the record already.
   *[other] { $count } files were in the record already.
}
documents-folder-refused = { $count ->
    [one] { $count } file was not taken in:
   *[other] { $count } files were not taken in:
}
documents-folder-another = Names another person, so it was left for you to attach by itself.
shown-document-kind = What it is
shown-document-levels = Levels
shown-document-about = Belongs to
shown-document-file = File
shown-document-person = Person
shown-document-names-another = the file names another person and was attached knowingly
file-refused-missing = There is no such file any more. Choose it again.
file-refused-link = This is a link to somewhere else and was not followed. Choose the file itself.
file-refused-not-a-file = This is no plain file. Choose a PDF, PNG, JPEG or DICOM file.
file-refused-unreadable = The file can't be read. Check whether it is open elsewhere or protected, then choose it again.
file-refused-empty = The file is empty.
file-refused-too-large = The file is larger than { $most } MiB, the most that is attached. Attach its report, or a smaller export.
file-refused-of-no-kind = By its content this is no PDF, PNG, JPEG or DICOM file, whatever its name says. Export it as one of these.
file-refused-damaged = The file is cut short or damaged, or it needs a password. Export it again without one.
file-refused-too-many-pixels = The picture is larger than 12,000 pixels on a side or 50 million in all. Attach a smaller export.
file-refused-too-many-pages = The document has more than 2,000 pages. Attach the part that matters.
file-refused-packed = This DICOM file is packed in a way that is not read here, so it could not be compared with the record. Export it unpacked.
file-refused-index = This is the index of a disc and no document; the files that it lists are taken in by themselves.
file-refused-changed = The file changed while it was read. Choose it again when nothing writes to it.
letter-documents = Documents in the record
letter-document = { $document }: { $says }
letter-document-undated = no date recorded
letter-left-documents = documents
sample-report-title = Imaging report, invented
sample-report-note = { $what }, { $when }
sample-report-invented = This report was made by Lamina for its sample clinic. Neither the person nor the study exists.
documents-drop-hint = Or drop files or a folder here.
