# Words of goals: what a patient wants to reach.
section-goals = Goals
noun-goal = goal
goal-list = Goals
goal-record = Record goal
goals-amend = Amend goal
goal-what = Goal
goal-empty-title = No goals recorded
goal-empty-text = Record what the patient wants to be able to do again, in the patient's own words.
goals-text = What the patient wants to reach
goals-text-hint = In the patient's own words, for example walk to the shop and back
goals-measure = How it will be known
goals-measure-hint = For example both ways without a rest
goals-set-on = Set on
goals-target = To be reached by
goals-target-hint = Leave empty where no time was set
goals-standing = What became of it
goals-settled = Since when
goals-settled-hint = When it was reached or given up
value-goal-open = open
value-goal-reached = reached
value-goal-partly-reached = partly reached
value-goal-given-up = given up
shown-goal-standing = What became of it
shown-goal-settled = Since
shown-goal-measure = How it will be known
shown-goal-target = To be reached by
letter-goals = Goals of the patient
letter-goal-by = to be reached by { $when }
letter-goal-set = set { $when }
overview-goal = Goals
overview-all-goal = { $count ->
    [one] { $count } goal
   *[other] All { $count } goals
}
overview-none-goal = No goal recorded yet.
overview-record-goal = Record goal
goals-standing-open = Open
goals-standing-reached = Reached
goals-standing-partly_reached = Partly reached
goals-standing-given_up = Given up
draft-new-goal = New goal
draft-change-goal = Change to a goal
