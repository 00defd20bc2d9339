"""From files to frames and figures; knows forms, no rulebook."""
