"""How things are said in Finnish: words, numbers, dates, order."""
