"""The reader of PolNeAR's own layout, in `benchmarks/`."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from provenance.model import Span
from provenance.scoring.gold import Marked, read_gold

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
TEXT = "The mayor said “we will go on” for a while. Taxes will rise, it was expected.\n"
FIRST = """T1\tSource 0 9\tThe mayor
T2\tCue 10 14\tsaid
T3\tContent 15 30\t“we will go on”
T4\tAttribution 10 14\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tCue 61 76\tit was expected
T6\tContent 55 59;44 54\trise Taxes will
T7\tAttribution-no-source 61 76\tit was expected
E2\tAttribution-no-source:T7 Content:T6 Cue:T5
T8\tDiscard 31 42\tfor a while
"""


@pytest.fixture
def polnear() -> ModuleType:
    """The reader, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("polnear", ROOT / "benchmarks/polnear.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of one article that two people annotated."""
    for name, content in (
        ("text/x_1.txt", TEXT),
        ("attributions/x_1_aaaa.ann", FIRST),
        ("attributions/x_1_bbbb.ann", ""),
    ):
        path = tmp_path / "data/dev" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path


def test_a_checkout_is_read(polnear: ModuleType, checkout: Path) -> None:
    """Events become attributions with sorted spans and the class of their cue, as the first annotator marked them."""
    folder = polnear.find_compartment(checkout, "dev")
    (article,) = polnear.read_compartment(folder)
    said, expected = article.attributions
    assert (article.id, article.text) == ("x_1", TEXT)
    assert said == Marked((Span(0, 9),), (Span(10, 14),), (Span(15, 30),), "speech")
    assert (expected.source, expected.content, expected.label) == ((), (Span(44, 54), Span(55, 59)), "belief")


@pytest.mark.parametrize("inner", ["", "data", "data/dev"])
def test_any_folder_of_a_checkout_will_do(polnear: ModuleType, checkout: Path, inner: str) -> None:
    """The checkout, its data folder and the split itself all lead to the split."""
    assert polnear.find_compartment(checkout / inner, "dev") == checkout / "data/dev"
    assert polnear.find_compartment(checkout / "data/dev/text", "dev") is None


@pytest.mark.parametrize(
    ("cue", "label"),
    [
        ("has repeatedly said", "speech"), ("According to", "speech"), (":", "speech"), ("hopes", "desire"),
        ("is expected to", "belief"), ("by", "evidence"), ("gave", "other"), ("", "other"),
    ],
)  # fmt: skip
def test_cues_have_classes(polnear: ModuleType, cue: str, label: str) -> None:
    """The first listed word of a cue decides its class; auxiliaries are passed over."""
    assert polnear.class_of(cue) == label


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "data/polnear").is_dir(), reason="PolNeAR is not beside this checkout")
def test_classes_are_those_of_the_figures(polnear: ModuleType) -> None:
    """The class of every attribution of PolNeAR dev is the one under which the project's figures were made."""
    for article in read_gold(SHARED / "data/polnear/dev.jsonl"):
        text = polnear.ScoredText(article.text)
        for one in article.attributions:
            assert polnear.label(Marked(one.source, one.cue, one.content), text) == one.label
