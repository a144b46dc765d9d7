"""`provenance config show`: the policy that holds here, and with --why who decided each part of it."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from provenance.cli.house import open_house
from provenance.cli.terminal import read_style
from provenance.policy.house import House
from provenance.policy.rulings import Ruling
from provenance.reports.settings import Line, render_settings
from provenance.rulebook.schema import Status, Weight


def run(args: Namespace) -> int:
    """Print settings and audits as TOML that could be written into a settings file."""
    style, house = read_style(args.width), open_house(args, _spell_folder(args.article))
    blocks = [("", list(_list_settings(house))), ("severity", list(_list_audits(house)))]
    if args.article is not None:
        print(f"# {args.article}: under {house.settings.path or 'no settings'}")
    print(render_settings(blocks, style, why=args.why))
    return 0


def _spell_folder(path: str | None) -> str | None:
    """Return the path of an article; that of a folder so that the settings in it count."""
    return f"{path}/" if path and Path(path).is_dir() else path


def _list_settings(house: House) -> Iterator[Line]:
    """Yield what is not about one audit; lists that are empty are left out."""
    policy = house.policy
    fail_on = policy.fail_on.value if policy.fail_on else "never"
    yield Line("profile", policy.profile.id, f"{policy.origins['profile']}: {policy.profile.title}")
    yield Line("fail-on", fail_on, policy.origins["fail-on"])
    yield Line("show", policy.show.value, policy.origins["show"])
    if house.settings.baseline:
        yield Line("baseline", house.settings.baseline, house.settings.origin("baseline"))
    if house.settings.packs:
        yield Line("packs", house.settings.packs, house.settings.origin("packs"))
    if policy.ignore:
        yield Line("ignore", sorted(policy.ignore), policy.origins["ignore"])


def _list_audits(house: House) -> Iterator[Line]:
    for ruling in house.policy.rulings:
        yield Line(ruling.card.id, ruling.weight.value, _tell_preview(ruling) + ruling.origin)


def _tell_preview(ruling: Ruling) -> str:
    """Return a warning in front of an audit that speaks although it is not right often enough to speak by itself."""
    speaks = ruling.weight is not Weight.OFF
    return "a preview; " if speaks and ruling.card.status is Status.PREVIEW else ""
