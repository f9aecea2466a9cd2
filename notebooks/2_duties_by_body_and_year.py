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
# # Nhiệm vụ theo cơ quan và theo năm · Duties by body and by year
#
# Who has to do how much, and when does it fall due?

# %%
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import matplotlib.pyplot as plt
import pandas

import dieukhoan

ROOT = next(folder for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "data" / "samples").is_dir())
OUT = Path(mkdtemp())
dieukhoan.convert(ROOT / "data" / "samples", OUT, formats=["sqlite"])


def ask(query: str) -> pandas.DataFrame:
    with closing(sqlite3.connect(OUT / "dieukhoan.sqlite")) as database:
        return pandas.read_sql_query(query, database)


# %% [markdown]
# A duty has bodies with roles: count the leads and the supports.

# %%
parts = ask("""
    SELECT bodies.name AS body, role, count(*) AS duties
    FROM obligation_bodies JOIN bodies USING (body_id)
    WHERE role IN ('lead', 'support')
    GROUP BY body, role
""")
by_body = parts.pivot(index="body", columns="role", values="duties").fillna(0)
top = by_body.sort_values("lead", ascending=False).head(12)
top

# %%
axes = top.iloc[::-1].plot.barh(stacked=True, figsize=(9, 5), title="Duties by body")
axes.set_ylabel("")
plt.tight_layout()
plt.show()

# %% [markdown]
# `lich` has one row a due day of a duty; a recurring one comes again every year of the document's period.

# %%
days = ask("""
    SELECT substr("Ngày đến hạn", 1, 4) AS year, coalesce("Cơ quan chủ trì", '(none)') AS body, count(*) AS due
    FROM lich GROUP BY year, body
""")
by_year = days.pivot_table(index="year", columns="body", values="due", aggfunc="sum").fillna(0)
busiest = by_year.sum().nlargest(6).index
by_year[busiest]

# %%
by_year[busiest].plot.bar(stacked=True, figsize=(9, 5), title="Due days by year and lead")
plt.tight_layout()
plt.show()

# %% [markdown]
# Most duties of the genre name no day at all: what they say instead.

# %%
kinds = ask("SELECT kind, count(*) AS deadlines FROM deadlines GROUP BY kind ORDER BY deadlines DESC")
unbound = ask("""
    SELECT count(*) AS n FROM obligations
    WHERE obligation_id NOT IN (SELECT obligation_id FROM obligation_deadlines)
""")
print(f"{unbound.n[0]} duties have no deadline")
kinds.plot.bar(x="kind", y="deadlines", legend=False, title="Kinds of deadlines", figsize=(7, 3.5))
plt.tight_layout()
plt.show()
