"""Old spreadsheets as plans: sheets and columns are guessed and can be set; what is not taken is told."""
