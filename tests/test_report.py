"""The report in headless Chromium: nothing leaves the page, everything leads somewhere, and anybody can use it."""

from __future__ import annotations

import importlib.util
import shutil
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import pressparse
from pressparse.exporters import html
from tests.made_releases import EMPTY, FERRY, HARBOR, HOSTILE, bullets, failure, made

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None:
    pytest.skip("Chromium is not installed (Debian: apt-get install chromium)", allow_module_level=True)
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install '.[dev]')")

SHOTS = Path(__file__).parent.parent / "build" / "screenshots"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
FEW = [made(HARBOR, path="in/harbor.txt"), made(FERRY, path="in/ferry.txt"), made(HOSTILE, path="in/<hostile>.txt")]
MANY = [*FEW, made(EMPTY), *(made(HARBOR + f"○ Copy {n}.\n", path=f"in/{n}.txt") for n in range(4)), failure()]
PAGES = {"one": FEW[:1], "few": FEW, "many": MANY, "hostile": FEW[2:], "none": []}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A function that gives the file address of a page of PAGES."""
    folder = tmp_path_factory.mktemp("report")

    def of(name: str, results=None) -> str:
        path = folder / f"{name}.html"
        if not path.exists():
            with path.open("wb") as file:
                html.write(PAGES[name] if results is None else results, file)
        return path.as_uri()

    return of


@pytest.fixture
def visit(browser, address):
    """A function that opens a page; at the end nothing may have been complained of or asked for."""
    contexts, trouble, asked, opened, expected = [], [], [], [], []

    def start(name: str, results=None, *, refused=(), **options):
        expected.extend(refused)
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        opened.append(address(name, results))
        page.goto(opened[-1])
        return page

    yield start
    for context in contexts:
        context.close()
    assert len(trouble) == len(expected)
    assert all(message.startswith(start) for message, start in zip(trouble, expected, strict=True))
    assert set(asked) <= set(opened)


def visible(page, selector: str) -> int:
    return page.locator(selector).locator("visible=true").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_serious_violation(visit, name, scheme):
    if importlib.util.find_spec("axe_playwright_python") is None:
        pytest.skip("axe-playwright-python, which carries axe-core, is not installed (pip install '.[dev]')")
    page = visit(name, color_scheme=scheme)
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document)")["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in ("serious", "critical")] == []
    assert len(found) == 0, [each["id"] for each in found]
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"report-{name}-{scheme}.png", full_page=True)


# For each link of an entry to a place: the text there, without the labels, and where the label leads back.
PLACES = """() => [...document.querySelectorAll('main a[href*="-at"]')].map(link => {
  const id = link.getAttribute("href").slice(1), mark = document.getElementById(id), copy = mark.cloneNode(true);
  const back = document.querySelector(`.outline a.tag[href="#${id.replace(/-at\\d+$/, "")}"]`);
  return [link.textContent, copy.textContent, mark.tagName,
          Boolean(back) && Boolean(document.getElementById(back.getAttribute("href").slice(1)).closest("#content"))];
})"""


@pytest.mark.parametrize("name", ["few", "many"])
def test_every_record_leads_to_its_highlight_and_back(visit, name):
    links = visit(name).evaluate(PLACES)
    wanted = sum(
        len(getattr(record, "mentions", [record]))
        for release in PAGES[name]
        if hasattr(release, "outline")
        for kind in ("dates", "people", "titles", "quotes", "initiatives")
        for record in getattr(release, kind)
    )
    assert len(links) == wanted
    for said, marked, tag, leads_back in links:
        assert tag == "MARK"
        assert said in (marked, "in the text")
        assert leads_back


def test_the_report_of_the_samples(visit):
    """As the README makes it: real extraction, where records overlap and quotations go over several bullets."""
    paths = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
    page = visit("samples", list(pressparse.parse_many(paths)))
    links = page.evaluate(PLACES)
    assert len(links) > 100
    assert {(tag, back) for _, _, tag, back in links} == {("MARK", True)}
    everything = visible(page, ".entry")
    page.get_by_role("searchbox").fill("Electric Harbour")
    sync_api.expect(page.locator("#found")).to_contain_text("entries")
    assert 0 < visible(page, ".entry") < everything
    if importlib.util.find_spec("axe_playwright_python") is not None:
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document)")["violations"]
        assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_opens_the_text_that_it_leads_to(visit, scripts):
    page = visit("many", java_script_enabled=scripts)
    assert visible(page, ".outline") == 0, "many texts are closed at first"
    page.locator("#people a", has_text="Pyo Garam").first.click()
    mark = page.locator("#r1-p2-at1")
    sync_api.expect(mark).to_be_visible()
    sync_api.expect(mark).to_be_in_viewport()
    mark.locator(".tag").click()
    sync_api.expect(page.locator("#r1-p2")).to_be_in_viewport()


def test_search_and_filter(visit):
    page = visit("few")
    entries = visible(page, ".entry")
    page.get_by_label("Search").fill("PYO garam")
    sync_api.expect(page.locator("#found")).to_have_text("1 of 19 entries, 1 of 16 parts of texts")
    assert visible(page, ".entry") == 1
    assert visible(page, "#timeline .group") == 0
    page.get_by_label("Search").fill("no such words")
    sync_api.expect(page.locator("#found")).to_contain_text("0 of")
    assert visible(page, ".entry, .node, article") == 0
    page.get_by_label("Search").fill("")
    sync_api.expect(page.locator("#found")).to_be_empty()
    assert visible(page, ".entry") == entries
    page.get_by_role("combobox", name="Release").select_option("r2")
    assert visible(page, "article") == 1
    assert visible(page, "#timeline .entry") == 2
    page.evaluate("location.hash = 'r1-d1-at1'")
    sync_api.expect(page.locator("#r1-d1-at1")).to_be_visible()
    assert visible(page, ".entry") == entries, "what hid the target is let go"


@pytest.mark.parametrize("scripts", [True, False])
def test_types_are_hidden_by_their_box(visit, scripts):
    page = visit("one", java_script_enabled=scripts)
    assert visible(page, "#tools") == int(scripts)
    assert visible(page, ".outline mark.dates .tag") == 4
    page.get_by_role("checkbox", name="dates").uncheck()
    assert visible(page, ".outline mark.dates .tag") == 0
    assert visible(page, ".outline mark.dates") == 4, "the words stay"
    assert visible(page, "#timeline") == 0
    page.get_by_role("checkbox", name="quotes").uncheck()
    assert visible(page, "figure") == 0


def test_a_hostile_release_is_text(visit):
    page = visit("hostile")
    assert page.title().startswith("<script>document.title='owned'</script> &")
    assert page.locator("b, img, iframe, object").count() == 0
    assert page.locator("script").count() == 1
    assert "[U+202E]gpj.exe[U+202C] Plan" in page.locator("#initiatives").inner_text()
    assert "{{ 7 * 7 }} {% raw %} ${x} --> ]]> </style></script>" in page.locator(".outline").inner_text()


def test_the_policy_stops_a_script_that_is_not_the_page_s_own(visit):
    page = visit("hostile", refused=["Executing inline script violates"])
    stopped = page.evaluate("""() => new Promise(done => {
        document.addEventListener("securitypolicyviolation", event => done(event.effectiveDirective));
        setTimeout(() => done("nothing"), 5000);
        const script = document.createElement("script");
        script.textContent = "document.title = 'owned'";
        document.body.append(script);
    })""")
    assert stopped == "script-src-elem"
    assert page.title() != "owned"


def test_print(visit):
    page = visit("many")
    page.emulate_media(media="print")
    assert visible(page, "#tools, nav, .legend, .tag") == 0
    assert visible(page, ".outline") == len(MANY) - 1
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("width", [320, 800])
def test_narrow_screens_need_no_sideways_scrolling(visit, width):
    page = visit("few", viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_ten_thousand_bullets(visit):
    page = visit("bullets", [bullets(10_000)])
    assert page.locator(".node").count() == 10_001
    page.get_by_label("Search").fill("Stage 9999")
    # Not with expect(), which describes the whole page where it fails.
    found = "document.getElementById('found').textContent"
    deadline = time.monotonic() + 30
    while not page.evaluate(found) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert page.evaluate(found) == "1 of 10000 entries, 1 of 10001 parts of texts"
    page.locator("#timeline .entry:not([hidden]) a").click()
    assert page.evaluate("location.hash") == "#r1-d10000-at1"
    top = page.evaluate("document.getElementById('r1-d10000-at1').getBoundingClientRect().top")
    assert 0 <= top <= page.viewport_size["height"]
