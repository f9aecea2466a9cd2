"""spaCy as the carrier of tokens and matchers, underthesea behind one small protocol."""
