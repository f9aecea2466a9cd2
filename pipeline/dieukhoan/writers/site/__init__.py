"""What the writer of the report is made of: pages from templates, lists in shards, the text with its marks."""
