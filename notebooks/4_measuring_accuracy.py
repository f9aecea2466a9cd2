# ---
# jupyter:
#   jupytext:
#     cell_metadata_filter: -all
#     notebook_metadata_filter: kernelspec,jupytext
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#       jupytext_version: 1.19.6
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Đo độ chính xác trên tệp tự gán nhãn · Measuring accuracy on your own annotated files
#
# Annotate some documents of your own by `data/gold/GUIDE.md`, convert them, and score the tables against the
# annotations. Here the annotated files are those of `data/gold/development`.

# %%
from pathlib import Path
from tempfile import mkdtemp

import matplotlib.pyplot as plt
import pandas

import dieukhoan

ROOT = next(folder for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "data" / "gold").is_dir())
GOLD = ROOT / "data" / "gold" / "development"
OUT = Path(mkdtemp())

# %%
dieukhoan.convert(GOLD, OUT, formats=["csv"])
scored = dieukhoan.evaluate(GOLD, OUT)
told = scored.to_json()
assert not told["missing files"]

# %%
pandas.DataFrame(told["total"]).T.dropna(how="all").round(3)

# %% [markdown]
# By rule: how many rows each made, how many of them the annotation has, how many are right in all values. A rule with
# many rows and few right ones is the first to mend.

# %%
rules = pandas.DataFrame(told["rules"])
rules.head(15)

# %% [markdown]
# `confidence` beside the share of usable rows: dots on the line mean that the figure says what it promises.

# %%
bins = pandas.DataFrame(told["calibration"])
axes = bins.plot.scatter(x="confidence", y="right", s=bins["rows"] * 3, figsize=(5, 5), title="Confidence")
axes.plot([0, 1], [0, 1], color="grey")
axes.set(xlim=(0, 1), ylim=(0, 1.05))
plt.show()
