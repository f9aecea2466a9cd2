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
# # Cái nhìn đầu tiên về một kho văn bản · A first look at an archive
#
# Convert a folder, then ask: what was read, what needs a look, and which duties fall due in a month. The folder here
# are the invented samples; put your own in the place of `ARCHIVE`.

# %%
from pathlib import Path
from tempfile import mkdtemp

import pandas

import dieukhoan

ROOT = next(folder for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "data" / "samples").is_dir())
ARCHIVE = ROOT / "data" / "samples"
OUT = Path(mkdtemp())

# %%
summary = dieukhoan.convert(ARCHIVE, OUT, formats=["csv", "sqlite"])
print(f"{summary.documents} documents, {summary.failed} failed, {summary.duties} duties, {summary.warnings} warnings")

# %% [markdown]
# Every table is a CSV file; an empty cell means that the document does not state it.


# %%
def table(name: str) -> pandas.DataFrame:
    return pandas.read_csv(OUT / "csv" / f"{name}.csv", encoding="utf-8-sig")


documents = table("documents")
documents[["source", "document_type", "number", "issued_on", "period", "status"]]

# %%
documents["document_type"].value_counts()

# %% [markdown]
# What the reading could not settle stands in `diagnostics`; look at the warnings first.

# %%
doubts = table("diagnostics")
doubts.groupby(["severity", "code"]).size().sort_values(ascending=False)

# %% [markdown]
# The duties with the lowest confidence are the first to check against the text.

# %%
duties = table("nhiem_vu")
duties.nsmallest(5, "Độ tin cậy")[["Văn bản", "Điều khoản", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Độ tin cậy"]]

# %% [markdown]
# "Which duties fall due in December?" is a question to the calendar.

# %%
calendar = table("lich")
calendar["Ngày đến hạn"] = pandas.to_datetime(calendar["Ngày đến hạn"])
december = calendar[calendar["Ngày đến hạn"].dt.month == 12]
december[["Ngày đến hạn", "Cơ quan chủ trì", "Nội dung nhiệm vụ", "Thời hạn / Tần suất"]].head(10)

# %% [markdown]
# A duty in its place: the row knows the offsets of its words in the text of the document.

# %%
row = table("obligations").iloc[0]
text = (OUT / "text" / f"{row['document_id']}.txt").read_bytes().decode("utf-8")
assert text[row["start"] : row["end"]] == row["text"]
print(text[max(0, row["start"] - 60) : row["end"] + 60])
