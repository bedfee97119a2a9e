# Words of the sheets to fill in on paper: which are chosen, and where they go.
sheets-choose = Sheets to fill in on paper
sheets-print-this = Print as a sheet to fill in
sheets-back = Back to the letters
sheets-which = Which
sheets-named = { $name }: { $full }
sheets-make = Make sheets
sheets-save = Save sheets
sheets-changed = Chosen otherwise since this preview. Make the sheets again.
sheets-none-title = No sheets yet
sheets-none-text = Choose questionnaires. Each begins a page with the patient’s label, its own words, boxes to tick and a place for the total.
sheets-others = Without a sheet
sheets-others-text = their wording is not free; only totals are kept
