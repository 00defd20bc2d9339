"""What on the picture of a page is neither paper nor writing: specks, folds."""
