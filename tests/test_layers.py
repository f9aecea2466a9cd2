"""The walls of the house, read from its source: who may import whom, how long things are, what is loaded when."""

from __future__ import annotations

import ast
import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "pipeline"
LAYERS = (
    {"core"},
    {"rulebook"},
    {"readers", "structure", "nlp"},
    {"extract"},
    {"tables"},
    {"analyse"},
    {"compare", "evaluate", "writers"},
    {"batch"},
    {"__init__"},
    {"options"},
    {"comparing", "evaluating", "listing"},
    {"cli"},
)
HEAVY = ("spacy", "underthesea", "pandas", "numpy", "pdfplumber", "pypdfium2", "docx", "lxml", "xlsxwriter", "sqlite3")
FILES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
HOUSE = [
    *FILES,
    *sorted(path for part in ("tests", "benchmarks", "data", "rules") for path in (ROOT / part).rglob("*.py")),
]


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in FILES}


def layer_of(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def imports(path: Path) -> Iterator[str]:
    """Every module of the house that a file imports, at whatever depth of its functions."""
    package = module_name(path) if path.name == "__init__.py" else module_name(path).rpartition(".")[0]
    for node in ast.walk(FILES[path]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base]).rstrip(".")
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield whole if whole in MODULES else base


def inside(path: Path) -> set[str]:
    return {name for name in imports(path) if name.split(".")[0] == "dieukhoan" and name in MODULES}


def test_the_source_root_is_where_this_test_looks() -> None:
    assert "dieukhoan.core.text" in MODULES
    assert "dieukhoan.core.records" in inside(MODULES["dieukhoan.analyse"])


def test_every_package_has_its_layer() -> None:
    assert {layer_of(name) for name in MODULES} <= set().union(*LAYERS)


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_imports_come_from_layers_below(path: Path) -> None:
    mine = layer_of(module_name(path))
    rank = next(at for at, names in enumerate(LAYERS) if mine in names)
    allowed = {mine}.union(*LAYERS[:rank])
    wrong = sorted(name for name in inside(path) if layer_of(name) not in allowed)
    assert not wrong, f"{module_name(path)} ({mine}) may not import {wrong}"


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {name: inside(path) - {name} for name, path in MODULES.items()}
    list(TopologicalSorter(graph).static_order())  # raises CycleError, which names the circle


def test_nobody_imports_through_the_source_root() -> None:
    wrong = [
        (path.name, name) for path in FILES for name in imports(path) if name.split(".")[0] in {"pipeline", "tests"}
    ]
    assert wrong == []


@pytest.mark.parametrize("path", HOUSE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in ast.walk(FILES[path]) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_are_short() -> None:
    long = [f"{module_name(path)}.{node.name}" for path in FILES for node in functions(path) if length(node) > 60]
    assert long == []
    assert statistics.median(length(node) for path in FILES for node in functions(path)) <= 10


def undocumented(tree: ast.Module | ast.ClassDef, prefix: str) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield f"{prefix}.{node.name}"
            if isinstance(node, ast.ClassDef):
                yield from undocumented(node, f"{prefix}.{node.name}")


def test_every_public_name_is_documented() -> None:
    missing = [name for path, tree in FILES.items() for name in undocumented(tree, module_name(path))]
    missing += [module_name(path) for path, tree in FILES.items() if not ast.get_docstring(tree)]
    assert missing == []


def caught(handler: ast.ExceptHandler) -> set[str]:
    if handler.type is None:
        return {"BaseException"}
    return {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}


def test_only_the_batch_catches_everything() -> None:
    wrong = [
        f"{module_name(path)}:{node.lineno}"
        for path, tree in FILES.items()
        if layer_of(module_name(path)) != "batch"
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and caught(node) & {"Exception", "BaseException"}
    ]
    assert wrong == []


def test_nobody_prints() -> None:
    wrong = [
        f"{module_name(path)}:{node.lineno}"
        for path, tree in FILES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert wrong == []


def test_heavy_libraries_are_loaded_when_used() -> None:
    script = (
        f"import sys, json, dieukhoan, dieukhoan.cli; print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"
    )
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(SOURCE)!r}); {script}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
