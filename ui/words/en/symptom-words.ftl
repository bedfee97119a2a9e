# How a symptom runs, the same in the window and in letters.
relation-as-before = the same as before operation { $number }
relation-better-then-back = better after operation { $number }, then back
relation-never-improved = never improved after operation { $number }
relation-worse = worse than before operation { $number }
relation-new = new after operation { $number }

symptom-pattern = pattern
symptom-trend = course
symptom-time-of-day = worst in the day
symptom-dermatomes = { $count ->
    [one] dermatome { $names }
   *[other] dermatomes { $names }
  }
symptom-below-knee = below the knee
symptom-below-knee-yes = below the knee
symptom-below-knee-no = not below the knee
symptom-below-elbow = below the elbow
symptom-below-elbow-yes = below the elbow
symptom-below-elbow-no = not below the elbow
symptom-sitting = sits
symptom-standing = stands
symptom-walking = walks
symptom-walking-distance = walks { $distance } until it comes
symptom-distance-in-metres = { $distance } ({ $metres } m)
symptom-span-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
symptom-span-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
symptom-span-both = { $years } and { $months }
symptom-span-none = less than a month
symptom-span-about = about { $span }
symptom-span-at-least = at least { $span }
symptom-span-at-most = at most { $span }
symptom-lasting = for { $span }
symptom-operation-ago = operation { $number } was { $span } ago
symptom-counts = { $muscular } muscular, { $neuropathic } neuropathic { $neuropathic ->
    [one] word
   *[other] words
  }; a count, not a diagnosis
symptom-after = { $months ->
    [one] { $months } month
   *[other] { $months } months
  } after operation { $number }
symptom-after-about = { $least } to { $most } months after operation { $number }
symptom-after-soon = less than a month after operation { $number }
symptom-resolved = resolved { $when }
symptom-resolved-unknown = resolved, when is not known
