"""What the writer of Word documents is made of."""
