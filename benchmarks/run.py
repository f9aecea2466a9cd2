"""How fast, how much memory, how it grows: one command, one table, no judgement.

``python benchmarks/run.py`` measures on a text of 1 MB made from the samples; ``--folder DIR`` on the files of a
folder instead. Seconds are those of the processor, on one core. The shares are those of one run, so they can be
compared between machines where characters per second cannot.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "pipeline"), str(Path(__file__).resolve().parent)]

from made import HOSTILE, long_text  # noqa: E402  found through the path set above

from dieukhoan.analyse import STAGES, analyse, begin, resources  # noqa: E402
from dieukhoan.batch.collect import collect  # noqa: E402
from dieukhoan.core.collector import collect_rarely  # noqa: E402
from dieukhoan.core.records import Source  # noqa: E402
from dieukhoan.core.syllables import split_points  # noqa: E402
from dieukhoan.core.text import View  # noqa: E402
from dieukhoan.extract.resources import Resources  # noqa: E402
from dieukhoan.readers import read  # noqa: E402
from dieukhoan.rulebook import Family  # noqa: E402
from dieukhoan.tables import rows  # noqa: E402

WARM = "1. Sở Y tế phối hợp với Công an tỉnh kiểm tra, báo cáo trước ngày 15/12 hằng năm."


def show(*cells: object, widths: Sequence[int] = (34, 12, 16, 12)) -> None:
    """One row of the table."""
    print("".join(f"{cell!s:<{widths[0]}}" if at == 0 else f"{cell!s:>{widths[at]}}" for at, cell in enumerate(cells)))


def source_of(path: Path, text: str) -> Source:
    """``text`` as a file that was read."""
    path.write_text(text, "utf-8", newline="")
    return read(path)


def measure_stages(paths: list[Path], using: Resources) -> None:
    """Seconds, characters per second and share of each stage over all files."""
    spent: dict[str, float] = {}
    characters = 0

    def timed(name: str, call: Callable[[], object]) -> object:
        start = time.process_time()
        result = call()
        spent[name] = spent.get(name, 0.0) + time.process_time() - start
        return result

    for path in paths:
        source = timed("read", lambda path=path: read(path))
        assert isinstance(source, Source)
        characters += len(source.text)
        timed("view and glued words", lambda source=source: View(source.text, split_points(source.text)).lower)
        document = begin(source)
        for stage in STAGES:
            document = timed(stage.__name__, lambda stage=stage, document=document: stage(document, using))
        timed("tables", lambda document=document: rows(document))
    whole = sum(seconds for name, seconds in spent.items() if name not in {"read", "tables"})
    show("stage", "CPU seconds", "characters/s", "share")
    for name, seconds in spent.items():
        share = f"{seconds / whole:.1%}" if name not in {"read", "tables"} else ""
        show(name, f"{seconds:.3f}", f"{characters / seconds:,.0f}" if seconds else "", share)
    show("chain without reading", f"{whole:.3f}", f"{characters / whole:,.0f}", "100.0%")
    show("characters", f"{characters:,}")


def measure_memory(path: Path) -> None:
    """Peak memory of a process that analyses the file, beside one that only loads what it needs."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from dieukhoan.analyse import analyse, resources\n"
        "from dieukhoan.readers import read\n"
        "analyse(read(Path(sys.argv[2])), resources())\n"
        "status = Path('/proc/self/status')\n"
        "if status.exists():  # on Linux ru_maxrss begins with that of the process which started this one\n"
        "    print(next(line.split()[1] for line in status.open() if line.startswith('VmHWM')))\n"
        "else:\n"
        "    import resource\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    with TemporaryDirectory() as folder:
        small = Path(folder) / "small.txt"
        small.write_text(WARM, "utf-8")
        for name, target in (("a text of one line", small), ("the whole text", path)):
            command = [sys.executable, "-c", script, str(ROOT / "pipeline"), str(target)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                show(f"peak memory, {name}", "not measured:", (done.stderr.strip().splitlines() or ["?"])[-1])
                return
            unit = 1 if platform.system() == "Darwin" else 1024  # ru_maxrss is in bytes there
            show(f"peak memory, {name}", f"{int(done.stdout) * unit / 1e6:.0f} MB")


def measure_growth(using: Resources, size: int) -> None:
    """Seconds for a hostile text, and how many times as long one of double the size takes (2 is linear)."""
    show("hostile text", "characters", "CPU seconds", "x2 gives")
    with TemporaryDirectory() as folder:
        for name, made in HOSTILE.items():
            spent = []
            for length in (size, 2 * size):
                source = source_of(Path(folder) / "hostile.txt", made(length))
                start = time.process_time()
                analyse(source, using)
                spent.append(time.process_time() - start)
            show(name, f"{size:,}", f"{spent[0]:.2f}", f"{spent[1] / max(spent[0], 1e-3):.1f}")


def measure_rules(path: Path, using: Resources, count: int) -> None:
    """The rules that cost most on the text, each by itself over the whole of it."""
    view = begin(read(path)).view
    spent: dict[str, float] = {}
    for rule in using.rules.rules:
        family = Family(rule.family, (rule,))
        start = time.process_time()
        family.scan(view)
        spent[rule.id] = time.process_time() - start
    show(f"rule ({len(spent)} in all)", "CPU seconds", "characters/s")
    for name in sorted(spent, key=lambda name: -spent[name])[:count]:
        show(name, f"{spent[name]:.3f}", f"{len(view.text) / max(spent[name], 1e-6):,.0f}")


def measure_start() -> None:
    """The best of five starts of the command."""
    script = f"import sys; sys.path.insert(0, {str(ROOT / 'pipeline')!r}); from dieukhoan.cli import main; main()"
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", script, "--help"], capture_output=True, check=True)
        times.append(time.perf_counter() - start)
    show("dieukhoan --help", f"{min(times):.3f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the made text")
    parser.add_argument("--seed", type=int, default=7, help="seed of the made text")
    parser.add_argument("--folder", type=Path, help="measure on the files of this folder instead")
    parser.add_argument("--hostile", type=int, default=50_000, help="characters of the hostile texts, 0 for none")
    parser.add_argument("--rules", type=int, default=5, help="how many of the dearest rules to list")
    options = parser.parse_args()
    using = resources()
    with TemporaryDirectory() as folder:
        made = Path(folder) / "made.txt"
        analyse(source_of(made, WARM), using)  # loads the models, so that they are not measured
        collect_rarely()  # as the command line and its workers do
        made.write_text(long_text(options.size, options.seed), "utf-8", newline="")
        paths = [file.path for file in collect([options.folder], "en").files] if options.folder else [made]
        measure_start()
        measure_stages(paths, using)
        longest = max(paths, key=lambda path: path.stat().st_size)
        measure_rules(longest, using, options.rules)
        measure_memory(longest)
    if options.hostile:
        measure_growth(using, options.hostile)


if __name__ == "__main__":
    main()
