"""What must the papers of a checklist show, once they are there?"""
