# How typed text is read back.
read-relief = { $relief } % relief
read-1-segment = { $levels }, 1 segment
read-segments = { $levels }, { $more } segments
read-procedure = “{ $name }”
read-procedure-at = { $name } at { $levels }
