# Words of the screen that shows every part of the kit.
gallery-title = Parts
gallery-lead = Every part that the screens are made of, in every state.
gallery-buttons = Buttons
gallery-fields = Fields
gallery-choices = Choices
gallery-scale = Scale
gallery-table = Table
gallery-messages = Messages
gallery-banner = Patient banner
gallery-timeline = Timeline
gallery-card = Card
gallery-empty = Nothing here yet
gallery-dialog = Dialog
gallery-type = Type and colour
