"""Does a rulebook judge as it should: one complete made-up dossier passes, and each rule fails alone?"""
