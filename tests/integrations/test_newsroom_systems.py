"""Systems that newsrooms write in, asking a real service."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.house.sources import ROOT
from tests.integrations.steps import SOUND, UNSOUND

pytestmark = pytest.mark.slow
SUPERDESK, WORDPRESS = ROOT / "integrations/superdesk", ROOT / "integrations/wordpress/provenance-check"
SERVE = "import sys; from provenance.cli.main import run; sys.exit(run(['serve', '--port', '0', '--workers', '1']))"
TOKEN = "a token for tests"  # noqa: S105
PHP, NODE = shutil.which("php"), shutil.which("node")
FILLING = "The council of Port Alby meets on Tuesday in the town hall to hear what the harbour office has to say. " * 3


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service that wants a token."""
    pytest.importorskip("uvicorn")
    token = tmp_path_factory.mktemp("service") / "token"
    token.write_text(TOKEN, encoding="utf-8")
    command = [sys.executable, "-c", SERVE.replace("'--workers'", f"'--token-file', {str(token)!r}, '--workers'")]
    with subprocess.Popen(command, cwd=token.parent, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        yield line.rpartition(" ")[2].strip().rstrip("/")
        process.terminate()


def item(text: str) -> dict[str, Any]:
    """An item as Superdesk has it."""
    return {
        "_id": "urn:newsml:example:1", "guid": "urn:newsml:example:1", "type": "text", "state": "in_progress",
        "headline": "Ferry line to be sold", "byline": "Ana Reyes", "source": "Gull Post", "language": "en",
        "versioncreated": "2026-11-22T09:00:00+0000", "profile": "5f0c", "subject": [{"name": "transport"}],
        "body_html": f"<p>{text.strip()}</p><p>{FILLING}</p>", "extra": {},
    }  # fmt: skip


class Signal:
    """A signal of Superdesk."""

    def __init__(self) -> None:
        self.receivers: list[Any] = []

    def connect(self, receiver: Any, *, weak: bool) -> None:  # noqa: ANN401
        """Keep a receiver."""
        assert not weak
        self.receivers.append(receiver)


class Desk:
    """What Superdesk gives a module that is installed: its settings, a signal and the list of macros."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **settings: Any) -> None:  # noqa: ANN401
        self.config, self.signal, self.macros = settings, Signal(), dict[str, Any]()
        signals, macros = ModuleType("superdesk.signals"), ModuleType("superdesk.macros")
        signals.item_validate, macros.macros = self.signal, self  # type: ignore[attr-defined]
        for module in (ModuleType("superdesk"), signals, macros):
            monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.syspath_prepend(str(SUPERDESK))
        import_module("provenance_superdesk").init_app(self)  # stands under integrations/

    def register(self, name: str, **macro: Any) -> None:  # noqa: ANN401
        """Take a macro."""
        self.macros[name] = macro

    def publish(self, article: dict[str, Any]) -> list[str]:
        """What keeps an item from being published."""
        response: list[str] = []
        for receiver in self.signal.receivers:
            receiver(self, item=article, response=response, error_fields={}, embedded=False)
        return response


def test_superdesk_holds_an_item(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An item with an error is held with the words of the finding; one without, and a picture, are not."""
    desk = Desk(monkeypatch, PROVENANCE_SERVER=f"{server}/", PROVENANCE_TOKEN=TOKEN, PROVENANCE_TIMEOUT=60)
    assert desk.publish(item(SOUND)) == []
    (held,) = desk.publish(item(UNSOUND))
    assert held.startswith("Sourcing, A01: 'The ferry line will be sold within a month' rests only on")
    assert desk.publish({**item(UNSOUND), "type": "picture"}) == []


def test_superdesk_notes_findings(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The macro writes all findings into the field of the item that is kept for them, and nothing else."""
    desk = Desk(monkeypatch, PROVENANCE_SERVER=server, PROVENANCE_TOKEN=TOKEN, PROVENANCE_TIMEOUT=60)
    before = item(UNSOUND)
    after = desk.macros["provenance_audit"]["callback"](item(UNSOUND), desk=None)
    assert "error A01" in after["extra"].pop("sourcing_findings")
    assert after == before
    assert desk.macros["provenance_audit"]["callback"](item(SOUND))["extra"]["sourcing_findings"] == "No findings."


def test_superdesk_without_an_answer(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the service does not answer, items go out unless the settings want an answer."""
    assert Desk(monkeypatch, PROVENANCE_SERVER=server).publish(item(UNSOUND)) == []
    held = Desk(monkeypatch, PROVENANCE_SERVER=server, PROVENANCE_REQUIRED=True).publish(item(UNSOUND))
    assert held == ["The sourcing could not be audited (status 401)."]
    other = Desk(monkeypatch, PROVENANCE_SERVER=server, PROVENANCE_TOKEN=TOKEN, PROVENANCE_REQUIRED=True)
    assert (
        other.publish({**item("Der Hafen wird verkauft."), "body_html": "<p>Der Hafen wird am Montag verkauft.</p>"})
        == []
    )


@pytest.mark.parametrize(("text", "expected"), [(SOUND, []), (UNSOUND, ["A01"])])
def test_arc_xp_posts_a_story(text: str, expected: list[str], server: str) -> None:
    """A story in ANS, posted as it is, is answered with the report; findings name the rule and the words."""
    story = {
        "_id": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "type": "story", "version": "0.10.9", "language": "en",
        "headlines": {"basic": "Ferry line to be sold"}, "owner": {"id": "gull", "name": "Gull Post"},
        "credits": {"by": [{"type": "author", "name": "Ana Reyes"}]}, "display_date": "2026-11-22T09:00:00Z",
        "content_elements": [
            {"type": "text", "content": text.strip()}, {"type": "image", "url": "https://example.org/a.jpg"},
            {"type": "text", "content": FILLING},
        ],
    }  # fmt: skip
    headers = {"content-type": "application/json", "accept": "application/json", "authorization": f"Bearer {TOKEN}"}
    request = Request(f"{server}/v1/audit?profile=desk", json.dumps(story).encode(), headers)  # noqa: S310 - ours
    with urlopen(request, timeout=60) as answer:  # noqa: S310 - our own service
        (article,) = json.load(answer)["articles"]
    assert (article["title"], article["publisher"]) == ("Ferry line to be sold", "Gull Post")
    assert [one["code"] for one in article["findings"] if one["severity"] == "error"] == expected


@pytest.mark.skipif(PHP is None, reason="there is no php here")
@pytest.mark.parametrize(("text", "expected"), [(SOUND, []), (UNSOUND, ["A01"])])
def test_wordpress_asks_the_service(text: str, expected: list[str], server: str) -> None:
    """The plugin's own request is answered, and each error comes with the words it rests on."""
    content = f"<p>{text.strip()}</p><p>{FILLING}</p>"
    script = ROOT / "tests/integrations/wordpress.php"
    arguments = [str(WORDPRESS / "provenance-check.php"), server, TOKEN, "Ferry “line” & sale", content]
    done = subprocess.run([PHP or "", str(script), *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    answer = json.loads(done.stdout)
    assert answer["reason"] == ""
    errors = [one for one in answer["findings"] if one["severity"] == "error"]
    assert [one["code"] for one in errors] == expected
    assert all(one["words"] == "The ferry line will be sold within a month" for one in errors)


@pytest.mark.skipif(PHP is None, reason="there is no php here")
def test_wordpress_is_refused(server: str) -> None:
    """A refusal is told with the service's own reason."""
    script = ROOT / "tests/integrations/wordpress.php"
    arguments = [str(WORDPRESS / "provenance-check.php"), server, "wrong", "Ferry", "<p>Half a word</p>"]
    done = subprocess.run([PHP or "", str(script), *arguments], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["reason"].startswith("Not audited: ")


@pytest.mark.skipif(PHP is None, reason="there is no php here")
def test_the_php_has_no_faults() -> None:
    """PHP reads the plugin without a complaint."""
    for path in WORDPRESS.glob("*.php"):
        done = subprocess.run([PHP or "", "-l", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


@pytest.mark.skipif(NODE is None, reason="there is no Node.js here")
def test_the_panel_holds_posts_with_errors() -> None:
    """The panel registers itself, asks with the post, and holds it while it waits and until an editor answers."""
    stub = """
    const asked = [], registered = {};
    global.window = { wp: {
      element: { createElement() {}, useEffect() {}, useState() {} }, data: {}, components: {}, editor: {},
      apiFetch: (request) => asked.push(request),
      plugins: { registerPlugin: (name, it) => { registered[name] = it; } } } };
    require(process.argv[1]);
    const { ask, isHeld } = window.wp.provenanceCheck;
    ask(7, 'Ferry', '<p>x</p>');
    const error = { findings: [{ severity: 'error' }] }, note = { findings: [{ severity: 'note' }] };
    console.log(JSON.stringify([asked[0], Object.keys(registered), isHeld(null, false), isHeld(error, false),
      isHeld(error, true), isHeld(note, false)]));
    """
    done = subprocess.run(
        [NODE or "", "-e", stub, str(WORDPRESS / "panel.js")], capture_output=True, text=True, check=True
    )
    asked, registered, *held = json.loads(done.stdout)
    assert asked["data"] == {"post": 7, "title": "Ferry", "content": "<p>x</p>"}
    assert registered == ["provenance-check"]
    assert held == [True, True, False, False]
