"""What LibreOffice Writer wrote into an .odt: its styles, lists and text (OASIS OpenDocument 1.3)."""

from dieukhoan.readers.writer.body import Body
from dieukhoan.readers.writer.styles import Styles

__all__ = ["Body", "Styles"]
