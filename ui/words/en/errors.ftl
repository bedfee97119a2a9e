# Words for what can go wrong between the window and the records. Each says what happened, what was kept, what to do.
error-locked = Lamina is locked. What you typed is kept. Unlock to go on.
error-forbidden = You do not have the right to do this. Nothing was changed.
error-not-found = This entry is no longer there. Nothing was changed.
error-invalid = Some entries need another look. Nothing was saved yet; what you typed is kept.
error-conflict = Someone else changed this at the same time. Both texts are kept; choose what should stand.
error-newer-schema = This vault was written by a newer version of Lamina. It was left as it was. Update Lamina to open it.
error-unavailable = The vault cannot be reached just now. What you typed is kept. Try again in a moment.
error-internal = Something went wrong inside Lamina. What you typed is kept. If it happens again, give this reference: { $reference }
error-retry = Try again
