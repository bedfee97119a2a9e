# Record files: why one can't be read, and what `lamina check` says of one that can.

file-not-loaded = { $what }; nothing was loaded
file-at = at { $path }: { $what }
file-document = the document
file-end = end of file
file-too-large = one patient of the file is longer than { $most } MiB
file-foreign = this is not a Lamina record (format is not lamina-record)
file-newer = the file has record format { $found }, this program knows { $known }

# A value that no field can hold.
file-one-alone = one field alone can stand here, once
file-expected-text = expected a text in quotes
file-expected-list = expected a list in square brackets
file-expected-boolean = expected true or false
file-expected-number = expected a number
file-expected-fields = expected fields in curly brackets
file-expected-fields-of = expected the fields of one
file-expected-kind = expected the name of its kind, a text in quotes
file-expected-value-at = expected a value at
file-did-you-mean = { $unknown }; did you mean `{ $name }`?

cli-check-no-facts = no facts
