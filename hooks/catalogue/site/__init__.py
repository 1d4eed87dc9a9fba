"""The pages: what each says, and how it is printed."""
