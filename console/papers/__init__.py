"""The applicant's papers as they are shown: pictures of pages, tables and lines of Word files and workbooks."""
