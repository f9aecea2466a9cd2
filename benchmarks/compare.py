"""One template against many variants: seconds, by default 63 variants of 40 pages, on 2 processes.

``python benchmarks/compare.py`` makes a template from the samples, and variants of it in which paragraphs are left out,
put in, moved and reworded, and prints how long reading, comparing and writing took in all, how long one comparison
takes, and how that grows with the length of the template.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "pipeline"), str(Path(__file__).resolve().parent)]

from made import long_text  # noqa: E402  found through the path set above

from dieukhoan.batch import analyse_file, compare  # noqa: E402
from dieukhoan.compare import compare_pair, rebuild  # noqa: E402
from dieukhoan.rulebook import load  # noqa: E402

PAGE = 2500  # characters of a page of an office document
WORDS = (("tổ chức", "chủ trì tổ chức"), ("báo cáo", "thông báo"), ("kiểm tra", "giám sát"), ("tháng 12", "tháng 11"))
FRESH = "Các bên cùng khảo sát nhu cầu của người dân tại thôn, bản và công khai kết quả trước ngày 20/8 hằng năm."


def template_of(size: int, seed: int) -> str:
    """A text of about ``size`` characters made from the samples; as in real ones, nothing is said twice."""
    text = long_text(size, seed)
    lines = (
        f"{line.rstrip('.;')} theo phụ lục số {number}." if len(line) > 60 else line
        for number, line in enumerate(text.split("\n"))
    )
    return "\n".join(lines)[:size]


def varied(text: str, seed: int) -> str:
    """A variant of ``text``: of its paragraphs 3 % left out, 3 % put in, 2 % moved, 10 % reworded."""
    chance = random.Random(seed)
    lines: list[str] = []
    moved: list[str] = []
    for line in text.split("\n"):
        fate = chance.random()
        if fate < 0.03:
            continue
        if fate < 0.05 and len(line) > 40:
            moved.append(line)
            continue
        if fate < 0.15:
            old, new = chance.choice(WORDS)
            line = line.replace(old, new, 1)  # noqa: PLW2901
        lines.append(line)
        if fate > 0.97:
            lines.append(f"- {FRESH}")
        if moved and fate > 0.9:
            lines.append(moved.pop())
    return "\n".join([*lines, *moved])


def measure_pairs(folder: Path) -> None:
    """Seconds of one comparison for templates of growing length (both documents analysed before)."""
    book = load()
    print(f"{'pages':>8}{'units':>8}{'seconds':>10}{'rebuilt':>10}")
    for pages in (10, 20, 40, 80):
        text = template_of(pages * PAGE, 3)
        paths = [folder / f"{pages}-{name}.txt" for name in ("mau", "tinh")]
        for path, content in zip(paths, (text, varied(text, 5)), strict=True):
            path.write_text(content, "utf-8", newline="")
        template, variant = map(analyse_file, paths)
        start = time.process_time()
        found = compare_pair(template, variant, book)
        spent = time.process_time() - start
        same = rebuild(template.text, found.words) == variant.text
        print(f"{pages:>8}{len(template.units):>8}{spent:>10.2f}{same!s:>10}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variants", type=int, default=63)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        measure_pairs(folder)
        text = template_of(options.pages * PAGE, 11)
        (folder / "mau.txt").write_text(text, "utf-8", newline="")
        (folder / "tinh").mkdir()
        for number in range(options.variants):
            (folder / "tinh" / f"tinh-{number + 1:02}.txt").write_text(varied(text, number), "utf-8", newline="")
        start = time.perf_counter()
        found = compare(folder / "mau.txt", folder / "tinh", folder / "out", jobs=options.jobs)
        wall = time.perf_counter() - start
    workers, own = (resource.getrusage(who) for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))
    print(f"{len(found.variants)} variants, {options.pages} pages, {options.jobs} processes: {wall:.1f} s")
    print(f"processor seconds of the workers {workers.ru_utime:.1f}, of this process {own.ru_utime:.1f}")


if __name__ == "__main__":
    main()
