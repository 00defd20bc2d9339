"""Mails (.eml, .msg) and pages saved as one file (.mht): what they say, what hangs on them."""
