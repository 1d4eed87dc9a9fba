"""What an author probably meant: ids by their names, fields by their Finnish words, numbers and times as they are written."""
