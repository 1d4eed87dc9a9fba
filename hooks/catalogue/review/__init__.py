"""What a proposal changes of what readers see: for who judges it."""
