"""What figures mean, what they compare with and where they disagree. Pure."""
