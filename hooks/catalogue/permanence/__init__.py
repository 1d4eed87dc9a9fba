"""What was published stays: a register of everything, and what became of each."""
