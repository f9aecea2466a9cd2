"""dieukhoan: Vietnamese agreement documents into tables of who must do what, with whom, by when.

``convert(paths, out)`` writes tables, ``compare(template, variants)`` sets variants beside their template,
``propose(paths, out)`` says which template each document was made from, ``analyse(path)`` gives everything known of one
document, ``read(path)`` its text, ``evaluate(gold, tables)`` scores tables against annotated files. What they need is
imported when they are first asked for.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dieukhoan.batch import Compared, Proposals, Summary, compare, convert, propose
    from dieukhoan.batch import analyse_file as analyse
    from dieukhoan.evaluate import Evaluation, evaluate
    from dieukhoan.readers import read

    __version__: str

__all__ = [
    "Compared", "Evaluation", "Proposals", "Summary", "__version__", "analyse", "compare", "convert", "evaluate",
    "propose", "read",
]  # fmt: skip
_HOME = {name: ("batch", name) for name in __all__}
_HOME |= {"__version__": ("core.version", "VERSION"), "analyse": ("batch", "analyse_file"), "read": ("readers", "read")}
_HOME |= {name: ("evaluate", name) for name in ("Evaluation", "evaluate")}


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
