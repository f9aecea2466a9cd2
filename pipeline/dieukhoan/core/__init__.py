"""The words everybody speaks: records, text with its offset map, errors. Standard library only."""
