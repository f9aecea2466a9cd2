"""What the writer of Akoma Ntoso needs besides the tree of units."""
