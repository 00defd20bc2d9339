"""What people read: workbooks, pages, letters. Reports never compute."""
