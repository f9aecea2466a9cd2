"""Other programs that read the older office formats: LibreOffice, and antiword where there is none."""

from dieukhoan.readers.office.antiword import by_antiword
from dieukhoan.readers.office.libreoffice import by_libreoffice, program

__all__ = ["by_antiword", "by_libreoffice", "program"]
