# Words of the patient list.
patients-title = Patients
patients-search = Search patients
patients-search-hint = Any part of a name, a birth date or a record number
patients-new = New patient
patients-name = Name
patients-born = Born
patients-number = Record number
patients-recent = Recent patients
patients-found = { $count ->
    [0] No patient found
    [one] { $count } patient
   *[other] { $count } patients
}
patients-none-title = No patients yet
patients-none-text = Everyone you record is listed here and found by name, birth date or record number.
patients-none-found-title = No patient matches “{ $text }”
patients-none-found-text = Try fewer letters, another part of the name, or the birth year.
patients-table = Patients
patients-search-clear = Clear search
