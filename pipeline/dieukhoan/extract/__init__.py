"""From the tree of units to who must do what, with whom, by when: one module a stage."""
