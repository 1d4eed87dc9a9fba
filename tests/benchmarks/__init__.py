"""How fast the site is built, against plain Material with the same texts in the same run."""
