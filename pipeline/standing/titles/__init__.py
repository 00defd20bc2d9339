"""Where titles come from: lists of before, results of a screening."""
