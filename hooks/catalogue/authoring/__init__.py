"""What helps to write the files: a skeleton, one form, Innokylä's page in and out, what has grown old."""
