"""Pages of the web: exports of systems, pages saved by browsers and Office, bodies of mails."""
