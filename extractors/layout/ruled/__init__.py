"""Tables whose cells are parted by drawn lines."""
