"""The provinces of rules/lexicon/provinces.yaml against vietnamadminunits, which is kept up with the mergers.

The package is not needed at run time: it brings 12 MB of wards and a geometry library for the 97 names wanted here, and
its keys are without marks, whereas documents spell "Đắk Lắk" in nine ways.
"""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from dieukhoan.core.text import View
from dieukhoan.rulebook import load

pytest.importorskip("vietnamadminunits", reason="needs the package vietnamadminunits (extra: test)")

_FORMS = {"legacy": "parser_legacy.json", "2025": "parser_from_2025.json"}


def packaged(form: str) -> dict[str, str]:
    """Short name of each province to its full one ("Thành phố Huế"), as the package has them."""
    text = (files("vietnamadminunits") / "data" / _FORMS[form]).read_text("utf-8")
    return {entry["provinceShort"]: entry["province"] for entry in json.loads(text)["DICT_PROVINCE"].values()}


def named(*notes: str) -> set[str]:
    """The names of the province rules that carry one of these notes."""
    return {str(rule.emit["name"]) for rule in load().family("province").rules if rule.note in notes}


def test_the_provinces_of_today_are_those_of_the_package() -> None:
    assert len(packaged("2025")) == 34
    assert named("a province", "a city under the central government") == set(packaged("2025"))


def test_cities_under_the_central_government_are_those_of_the_package() -> None:
    cities = {short for short, full in packaged("2025").items() if full.startswith("Thành phố")}
    assert named("a city under the central government") == cities


def test_the_provinces_until_june_2025_are_those_of_the_package() -> None:
    before = set(packaged("legacy"))
    assert len(before) == 63
    assert named("a province until 30 June 2025") == before - set(packaged("2025"))


def test_every_name_of_the_package_is_found_in_a_text() -> None:
    family = load().family("province")
    for full in {*packaged("legacy").values(), *packaged("2025").values()}:
        found = [match.emit["name"] for match in family.scan(View(f"Công an {full[0].lower()}{full[1:]} chủ trì."))]
        assert found and full.endswith(str(found[0])), full
