"""What would a rulebook say, drafted from the text of its regulation: certain, to confirm, or to be asked?"""
