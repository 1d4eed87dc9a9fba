"""How well the shipped search finds: judged queries, asked in a real browser of the real site."""
