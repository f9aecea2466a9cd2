"""What kind of document a file holds: its content decides, whatever it is called."""

from dieukhoan.readers.kinds.content import kind_of
from dieukhoan.readers.kinds.nameless import nameless
from dieukhoan.readers.kinds.signatures import limit, sniff

__all__ = ["kind_of", "limit", "nameless", "sniff"]
