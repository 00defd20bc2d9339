"""The application form: which it is, where its blanks are, what is in them."""
