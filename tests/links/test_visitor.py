"""Every class of outcome, from a real server."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
import trustme

from catalogue.linkcheck.polite import Manners, Turns
from catalogue.linkcheck.visitor import one_host_after_another, visit
from linkserver import SLOW, Site, hangs_up, linkserver, moved_to, ok, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalogue.links.outcome import Check

NOW = datetime.datetime(2026, 11, 20, 4, tzinfo=datetime.UTC)
QUICK = Manners(delay=0, timeout=0.8, retries=1, backoff=0.01, patience=2, threads=4)


@pytest.fixture
def server() -> Iterator[Site]:
    with linkserver() as site:
        yield site


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def check(site: Site, path: str, manners: Manners = QUICK) -> Check:
    return visit([site.url(path)], NOW, manners)[site.url(path)]


@pytest.mark.parametrize(
    ("path", "outcome", "detail"),
    [
        ("/toimii", "works", "200"),
        ("/pdf#page=12", "works", "200"),
        ("/kaymassa", "redirects", "302"),
        ("/kaymassa-307", "redirects", "307"),
        ("/seka", "redirects", "301 302"),
        ("/404", "gone", "404"),
        ("/410", "gone", "410"),
        ("/muuttanut-pois", "gone", "404"),
        ("/500", "server_error", "500"),
        ("/503", "server_error", "503"),
        ("/keha-a", "server_error", "ohjaukset kiertävät kehää"),
        ("/ei-minnekaan", "server_error", "302 ilman uutta osoitetta"),
        ("/muualle", "server_error", "ohjaa osoitteeseen, jota ei voi avata"),
        ("/401", "blocked", "401"),
        ("/403", "blocked", "403"),
        ("/406", "blocked", "406"),
        ("/429", "blocked", "429"),
        ("/kiireinen-tunnin", "blocked", "429"),
        ("/kielletty", "blocked", "robots.txt"),
        ("/kirjautumiseen", "blocked", "ohjaa kirjautumiseen"),
        ("/hidas", "no_answer", "aika loppui"),
        ("/katkeaa", "no_answer", "yhteys ei synny"),
        ("/tippuu#luku", "no_answer", "aika loppui"),
        ("/lyhyt#luku", "server_error", "vastaus katkesi"),
        ("/uusi#luku-3", "works", "200"),
        ("/uusi#vanha", "works", "200"),
        ("/uusi#%C3%A4", "works", "200"),
        ("/uusi#top", "works", "200"),
        ("/uusi#ei-ole", "anchor_missing", "#ei-ole"),
    ],
)
def test_outcome(server: Site, path: str, outcome: str, detail: str) -> None:
    found = check(server, path)
    assert (found.outcome, found.detail, found.at, found.target) == (outcome, detail, NOW, "")


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/muuttanut", "/uusi"),
        ("/muuttanut-308", "/uusi"),
        ("/ketju", "/uusi"),
        ("/seurantaan", "/uusi"),
        ("/etusivulle", "/"),
        ("/muuttanut#luku-3", "/uusi#luku-3"),  # the anchor is only on the page after the redirect
    ],
)
def test_permanent_move_tells_the_new_address(server: Site, path: str, target: str) -> None:
    found = check(server, path)
    assert (found.outcome, found.target) == ("moved", server.url(target))


def test_anchor_missing_after_a_redirect(server: Site) -> None:
    assert check(server, "/muuttanut#ei-ole").outcome == "anchor_missing"


@pytest.mark.parametrize("path", ["/ei-head", "/head-katkeaa", "/head-valehtelee"])
def test_get_where_head_fails(server: Site, path: str) -> None:
    assert check(server, path).outcome == "works"
    assert server.methods(path) == ["HEAD", "GET"]


def test_head_alone_suffices_where_it_works(server: Site) -> None:
    check(server, "/toimii")
    assert server.methods("/toimii") == ["HEAD"]


def test_wrong_length_does_not_matter_where_the_page_is_not_read(server: Site) -> None:
    assert check(server, "/lyhyt").outcome == "works"


def test_passing_fault_is_tried_again(server: Site) -> None:
    assert check(server, "/lepattaa").outcome == "works"
    assert server.methods("/lepattaa") == ["HEAD", "GET", "GET"]


def test_lasting_fault_is_not_tried_again(server: Site) -> None:
    check(server, "/404")
    assert server.methods("/404") == ["HEAD", "GET"]


def test_retry_after_is_obeyed(server: Site) -> None:
    assert check(server, "/kiireinen").outcome == "works"
    first, second = (moment for _, path, _, moment in server.log if path == "/kiireinen")
    assert 1 <= second - first < 5


def test_host_that_asks_for_an_hour_is_left_alone_and_its_other_pages_are_not_called_checked(
    server: Site,
) -> None:
    found = visit(
        [server.url(path) for path in ("/kiireinen-tunnin", "/toimii", "/uusi")], NOW, QUICK
    )
    assert list(found) == [server.url("/kiireinen-tunnin")]
    assert not server.methods("/toimii")


def test_visitor_says_who_it_is_even_when_it_asks_for_robots_txt(server: Site) -> None:
    check(server, "/muuttanut#luku-3")
    assert {agent for _, _, agent, _ in server.log} == {QUICK.agent}
    assert QUICK.agent.startswith("tyokykymallit-linkcheck/")
    assert server.methods("/robots.txt") == ["GET"]


def test_pause_between_any_two_requests_to_a_host(server: Site) -> None:
    paths = ("/toimii", "/muuttanut", "/404", "/uusi")
    visit(
        [server.url(path) for path in paths],
        NOW,
        Manners(delay=0.1, timeout=1, retries=0, threads=4),
    )
    moments = sorted(moment for *_, moment in server.log)
    assert len(moments) == 7  # robots.txt, 1, 2 (a redirect), 2 (HEAD and GET), 1
    assert moments[-1] - moments[0] > 0.55


def test_hosts_do_not_wait_for_one_another() -> None:
    with linkserver() as one, linkserver() as two:
        urls = [site.url(f"/{n}") for site in (one, two) for n in range(4)]
        turns = Turns(0.2)
        visit(urls, NOW, Manners(delay=0.2, timeout=1, retries=0, threads=4), turns)
        both = sorted(moment for site in (one, two) for *_, moment in site.log)
    assert sorted(turns.requests.values()) == [9, 9]
    assert both[-1] - both[0] < 3.2  # 18 requests in a row would take 3.4 seconds


def test_silent_host_is_soon_asked_only_once_an_address(server: Site) -> None:
    server.pages = {f"/{n}": hangs_up for n in range(6)}
    found = visit([server.url(f"/{n}") for n in range(6)], NOW, QUICK)
    assert {check.outcome for check in found.values()} == {"no_answer"}
    assert [len(server.methods(f"/{n}")) for n in range(6)] == [3, 3, 3, 1, 1, 1]


def test_page_that_breaks_the_reader_is_not_called_checked_and_stops_nobody(server: Site) -> None:
    server.pages = {"/syva": page("<b>" * 5000)}
    found = visit([server.url("/syva#a"), server.url("/toimii")], NOW, QUICK)
    assert found[server.url("/toimii")].outcome == "works"
    assert (
        server.url("/syva#a") not in found
        or found[server.url("/syva#a")].outcome == "anchor_missing"
    )


def test_public_page_that_leads_into_a_private_network_is_not_followed(
    server: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.address)
    server.pages = {
        "/a": moved_to("http://169.254.169.254/latest/meta-data"),
        "/b": moved_to("http://koivula.fi/c"),
        "/c": ok,
    }
    found = visit(["http://koivula.fi/a", "http://koivula.fi/b"], NOW, QUICK)
    assert [check.outcome for check in found.values()] == ["server_error", "moved"]
    assert not [path for _, path, *_ in server.log if "169.254" in path]


@pytest.mark.parametrize(
    "url", ["http://[::1/", "http://koivula.fi:99999/", "http://" + "a" * 70 + ".fi/", "http://"]
)
def test_unusable_address_does_not_stop_the_others(server: Site, url: str) -> None:
    found = visit([url, server.url("/toimii")], NOW, QUICK)
    assert found[url].outcome in ("no_answer", "server_error")
    assert found[server.url("/toimii")].outcome == "works"


def test_certificates(tmp_path: Path) -> None:
    good, other = trustme.CA(), trustme.CA()
    good.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    trusting = Manners(
        delay=0, timeout=1, retries=1, backoff=0.01, certificates=tmp_path / "ca.pem"
    )
    with (
        linkserver(good.issue_cert("127.0.0.1")) as right,
        linkserver(other.issue_cert("127.0.0.1")) as unknown,
        linkserver(good.issue_cert("koivula.fi")) as wrong_name,
        linkserver(
            good.issue_cert(
                "127.0.0.1", not_after=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
            )
        ) as expired,
    ):
        sites = [right, unknown, wrong_name, expired]
        found = visit([site.url("/toimii") for site in sites], NOW, trusting)
        outcomes = [found[site.url("/toimii")].outcome for site in sites]
    assert outcomes == ["works", "bad_certificate", "bad_certificate", "bad_certificate"]
    assert len(found[unknown.url("/toimii")].detail) > 5


def test_https_address_of_a_server_without_tls_is_not_a_certificate_error(server: Site) -> None:
    url = server.url("/toimii").replace("http:", "https:")
    assert visit([url], NOW, QUICK)[url].outcome == "no_answer"


def test_neighbours_are_of_different_hosts() -> None:
    order = one_host_after_another(
        ["http://a.fi/1", "http://a.fi/2", "http://a.fi/3", "http://b.fi/1", "http://c.fi/1"]
    )
    assert list(order) == [
        "http://a.fi/1",
        "http://b.fi/1",
        "http://c.fi/1",
        "http://a.fi/2",
        "http://a.fi/3",
    ]


def test_slow_is_slower_than_the_time_out() -> None:
    assert QUICK.timeout < SLOW
