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
# # So sánh các tỉnh · Comparing provinces
#
# Provinces fill in a template of the centre and change it. What did each of them keep, move, reword or drop? Here the
# "provinces" are made from a sample template on the spot; put real files into their place.

# %%
from pathlib import Path
from tempfile import mkdtemp

import matplotlib.pyplot as plt

import dieukhoan

ROOT = next(folder for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "data" / "samples").is_dir())
TEMPLATE = ROOT / "data" / "samples" / "mau-chuong-trinh-phoi-hop-nuoc-sach.txt"
PROVINCES = Path(mkdtemp())


def province(name: str, *changes: tuple[str, str]) -> None:
    text = TEMPLATE.read_text("utf-8").replace("TỈNH ………………", f"TỈNH {name.upper()}")
    for old, new in (("tỉnh ……………", f"tỉnh {name}"), ("20… - 20…", "2024 - 2028"), *changes):
        assert old in text, old
        text = text.replace(old, new)
    (PROVINCES / f"{name}.txt").write_text(text, "utf-8")


# %% [markdown]
# One fills in the blanks, one reports a month earlier, one drops a duty and adds another.

# %%
province("Hà Nam")
province("Lai Châu", ("trước ngày 20/11 hằng năm", "trước ngày 20/10 hằng năm"))
province(
    "Cà Mau",
    ("+ Đôn đốc cơ sở thực hiện;\n", ""),
    ("+ Tham mưu kế hoạch triển khai;\n", "+ Tham mưu kế hoạch triển khai;\n+ Mở lớp tập huấn cho cán bộ xã;\n"),
)

# %%
found = dieukhoan.compare(TEMPLATE, PROVINCES)
frames = found.to_frames()
frames["variant_summary"].T

# %% [markdown]
# What became of the duties, and of the units:

# %%
changes = frames["obligation_changes"]
changes[changes["change"] != "kept"]

# %%
fates = frames["alignments"].groupby(["variant_document_id", "status"]).size().unstack(fill_value=0)
fates.index = fates.index.str.rsplit("-", n=1).str[0]
fates.plot.barh(stacked=True, figsize=(9, 3.5), title="Units of the template, by what became of them")
plt.tight_layout()
plt.show()

# %% [markdown]
# What went into the blanks:

# %%
frames["blank_fills"].head(12)
