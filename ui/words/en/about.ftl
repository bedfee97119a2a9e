# Words of the page about Lamina: its version, and what it is made of.
settings-about = About
settings-about-text = Which version of Lamina this is, what it is made of, and under which licences.
settings-about-open = Open About Lamina
about-title = About Lamina
about-lead = Lamina records and shows; it does not diagnose and it advises no dose. It talks to no server: all that stands here came with the program.
about-own = Version { $version }
about-licence = Lamina’s own licence: { $licence }
about-parts = What it is made of
about-parts-lead = All that is in this program, each with its version and its licence, and the text of the licence where there is one. What the system brings, such as its web view, is not part of it.
about-filter = Filter
about-filter-hint = Any part of a name, a licence or an owner
about-none-found = Nothing matches.
about-kind-library = Libraries
about-kind-library-note = Built into the program by the packages below, or by the compiler.
about-kind-crate = Packages in Rust
about-kind-crate-note = What the record is kept, encrypted, drawn and printed with.
about-kind-package = Packages in JavaScript
about-kind-package-note = What the pages in this window hold beside their own.
about-kind-font = Fonts
about-kind-font-note = Those of the window, the charts and the letters.
about-kind-form = Questionnaires and tests
about-kind-form-note = Each with who owns it. Where the wording is not free, only points and totals are kept and no question is shown.
about-count = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
about-terms = { $version }, { $licence }
about-by = By
about-note = Terms
about-source = Sources
about-no-text = The package brings no text of its licence.
about-unread = What Lamina is made of cannot be read. Close Lamina and open it again; if that does not help, install it anew.
