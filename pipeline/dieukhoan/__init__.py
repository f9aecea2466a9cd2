"""dieukhoan: Vietnamese agreement documents into tables of who must do what, with whom, by when.

``convert(paths, out)`` writes tables, ``compare(template, variants, out)`` sets variants beside their template,
``analyse(path)`` gives everything known of one document, ``read(path)`` its text. What they need is imported when they
are first asked for.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dieukhoan.batch import Compared, Summary, compare, convert
    from dieukhoan.batch import analyse_file as analyse
    from dieukhoan.readers import read

    __version__: str

__all__ = ["Compared", "Summary", "__version__", "analyse", "compare", "convert", "read"]
_HOME = {name: ("batch", name) for name in ("Compared", "Summary", "compare", "convert")}
_HOME |= {"__version__": ("core.version", "VERSION"), "analyse": ("batch", "analyse_file"), "read": ("readers", "read")}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOME[name]
    return getattr(import_module(f"{__name__}.{module}"), attribute)


class _Face(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        # Importing the module dieukhoan.analyse would put it in the place of the function dieukhoan.analyse.
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
