"""What stands in setup.cfg is what stands on the disk: a forgotten package is missing from the wheel only."""

from __future__ import annotations

import configparser
import fnmatch
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RULES = sorted(path for path in (ROOT / "rules").rglob("*") if path.is_file() and "__pycache__" not in path.parts)


@pytest.fixture
def setup() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def listed(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def test_the_list_of_packages_is_what_is_on_the_disk(setup: configparser.ConfigParser) -> None:
    source = ROOT / "pipeline"
    folders = {path.parent.relative_to(source) for path in source.rglob("*.py")}
    on_disk = {".".join(folder.parts) for folder in folders} | {"dieukhoan.rules"}
    packages = listed(setup["options"]["packages"])
    assert packages == sorted(on_disk)
    assert all((source / Path(*name.split(".")) / "__init__.py").is_file() for name in on_disk - {"dieukhoan.rules"})


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.name)
def test_every_rule_file_is_package_data(setup: configparser.ConfigParser, path: Path) -> None:
    patterns = [item.strip() for item in setup["options.package_data"]["dieukhoan.rules"].split(",")]
    name = path.relative_to(ROOT / "rules").as_posix()
    assert name == "__init__.py" or any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


def test_the_typing_marker_is_shipped(setup: configparser.ConfigParser) -> None:
    assert (ROOT / "pipeline" / "dieukhoan" / "py.typed").is_file()
    assert "py.typed" in setup["options.package_data"]["dieukhoan"]


def test_pyproject_says_only_how_to_build() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert len(text.strip().splitlines()) == 3
    assert set(tomllib.loads(text)) == {"build-system"}


def test_every_entry_point_exists(setup: configparser.ConfigParser) -> None:
    for group in setup["options.entry_points"].values():
        for line in listed(group):
            module, _, attribute = line.partition("=")[2].strip().partition(":")
            path = ROOT.joinpath("pipeline", *module.split(".")).with_suffix(".py")
            assert path.is_file(), f"{module} is no file"
            assert f"def {attribute}(" in path.read_text("utf-8"), f"{module} has no {attribute}"


def test_the_version_stands_once(setup: configparser.ConfigParser) -> None:
    assert setup["metadata"]["version"].count(".") == 2
    assert "__version__ = " not in (ROOT / "pipeline" / "dieukhoan" / "__init__.py").read_text("utf-8")
