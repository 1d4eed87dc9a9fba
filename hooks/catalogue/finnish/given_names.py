"""Given names that a text may show a person by: the most common of Finland, Finnish and Swedish.

Written from general knowledge; names that stand in those of organisations and places are left out.
"""

WORDS = """
Aino Aki Aleksanteri Aleksi Anders Anita Anja Anna Anne Anneli Annika Antero Anton Antti Ari
Arja Arto Auli Birgitta Bo Camilla Carita Carl Christian Christina Daniel Eero Eeva Eija Eila
Elina Elisa Elisabeth Emil Emilia Emma Erik Erja Erkki Esa Eva Fredrik Gunilla Göran Hanna
Hannele Hannu Harri Heidi Heikki Heli Henri Henrik Hilkka Iina Ilkka Inga Inka Irene Irma
Isabella Ismo Jaakko Jaana Jan Jani Janne Jari Jarkko Jarmo Jenni Jenny Jesse Joakim Johan
Johanna Jonna Jorma Jouko Jouni Juha Juhani Juho Jukka Julia Jussi Jutta Jyrki Kai Kaija Kaisa
Kalevi Kalle Kari Karin Karoliina Katariina Kati Katja Katri Kim Kimmo Kirsi Kirsti Krista
Kristiina Kristina Lars Lasse Lassi Laura Lauri Leena Leif Leila Lena Liisa Linda Maarit Magnus
Maija Mari Marika Marita Marja Marjatta Marjo Marjut Markku Marko Markus Mats Matti Merja Mervi
Mia Miia Mika Mikael Mikaela Mikko Minna Mira Niina Niklas Niko Nina Noora Olavi Olli Oskari
Outi Paavo Pasi Patrik Paula Pauli Pekka Pentti Per Peter Petra Petri Petteri Pia Piia Pirjo
Pirkko Päivi Raija Raili Raimo Reijo Riikka Riina Riitta Risto Ritva Roope Saara Sakari Sami
Samuel Sanna Santeri Sara Sari Satu Seija Seppo Simo Sini Sirkka Sirpa Sofia Sonja Stefan
Susanna Susanne Taina Tanja Tapani Tapio Tarja Tea Teemu Teppo Terhi Tero Tiia Tiina Timo Tom
Tomi Tommi Toni Tuija Tuomas Tuomo Tuula Tuulia Ulla Ulrika Urpo Vappu Veera Veikko Veli Venla
Vesa Viivi Ville Virpi Åsa
"""
GIVEN_NAMES = tuple(WORDS.split())
