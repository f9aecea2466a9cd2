"""Tables of a converted folder held against annotated files: how many rows are right, by document and by rule."""

from dieukhoan.evaluate.run import Evaluation, evaluate

__all__ = ["Evaluation", "evaluate"]
