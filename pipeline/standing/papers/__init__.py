"""What is written: the papers after recognition, and the templates they are filled into."""
