"""Every class of outcome, from a real server."""

from __future__ import annotations

import datetime
import gzip
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import trustme

from catalogue.linkcheck.polite import Manners, Turns
from catalogue.linkcheck.visitor import planned, visit
from catalogue.links.outcome import Check
from catalogue.links.state import merged, of_run
from linkserver import SLOW, Site, hangs_up, linkserver, moved_to, ok

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalogue.links.state import Link

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


def let(*sites: Site, **changed: Any) -> Manners:
    """Quick manners with which these servers may be visited, though they are on this machine."""
    return replace(QUICK, endpoints=frozenset(site.endpoint for site in sites), **changed)


def check(site: Site, path: str, **changed: Any) -> Check:
    return visit([site.url(path)], NOW, let(site, **changed))[site.url(path)]


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
        ("/etusivulle-toistaiseksi", "gone", "302 etusivulle"),
        ("/virhesivulle", "gone", "302 virhesivulle"),
        ("/virhesivulle-pysyvasti", "gone", "301 virhesivulle"),
        ("/hidas", "no_answer", "aika loppui"),
        ("/katkeaa", "no_answer", "yhteys katkesi"),
        ("/tippuu#luku", "no_answer", "aika loppui"),
        ("/lyhyt#luku", "works", "200"),  # the place came before the cut
        ("/lyhyt#muu", "server_error", "vastaus katkesi"),
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
        [server.url(path) for path in ("/kiireinen-tunnin", "/toimii", "/uusi")],
        NOW,
        let(server),
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
        let(server, delay=0.1, retries=0),
    )
    moments = sorted(moment for *_, moment in server.log)
    assert len(moments) == 7  # robots.txt, 1, 2 (a redirect), 2 (HEAD and GET), 1
    # six pauses, less what the server was late for the first
    assert moments[-1] - moments[0] > 0.45


def test_hosts_do_not_wait_for_one_another() -> None:
    with linkserver() as one, linkserver() as two:
        urls = [site.url(f"/{n}") for site in (one, two) for n in range(4)]
        turns = Turns(0.2)
        visit(urls, NOW, let(one, two, delay=0.2, retries=0), turns)
        both = sorted(moment for site in (one, two) for *_, moment in site.log)
    assert sorted(turns.requests.values()) == [9, 9]
    assert both[-1] - both[0] < 3.2  # 18 requests in a row would take 3.4 seconds


def test_silent_host_is_soon_asked_only_once_an_address(server: Site) -> None:
    server.pages = {f"/{n}": hangs_up for n in range(6)}
    found = visit([server.url(f"/{n}") for n in range(6)], NOW, let(server))
    assert {check.outcome for check in found.values()} == {"no_answer"}
    assert [len(server.methods(f"/{n}")) for n in range(6)] == [3, 3, 3, 1, 1, 1]


@pytest.mark.parametrize(
    "url", ["http://[::1/", "http://koivula.fi:99999/", "http://" + "a" * 70 + ".fi/", "http://"]
)
def test_unusable_address_does_not_stop_the_others(server: Site, url: str) -> None:
    found = visit([url, server.url("/toimii")], NOW, let(server))
    assert found[url].outcome in ("no_answer", "server_error")
    assert found[server.url("/toimii")].outcome == "works"


def test_certificates(tmp_path: Path) -> None:
    good, other = trustme.CA(), trustme.CA()
    good.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
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
        trusting = let(*sites, certificates=tmp_path / "ca.pem")
        found = visit([site.url("/toimii") for site in sites], NOW, trusting)
        outcomes = [found[site.url("/toimii")].outcome for site in sites]
    assert outcomes == ["works", "bad_certificate", "bad_certificate", "bad_certificate"]
    assert len(found[unknown.url("/toimii")].detail) > 5


def test_https_address_of_a_server_without_tls_is_not_a_certificate_error(server: Site) -> None:
    url = server.url("/toimii").replace("http:", "https:")
    assert visit([url], NOW, let(server))[url].outcome == "no_answer"


def test_login_loop_behind_a_pointer_is_blocked_and_another_loop_is_a_fault(server: Site) -> None:
    names = tuple(f"{name}:{server.endpoint[1]}:127.0.0.1" for name in ("doi.org", "koivula.fi"))
    urls = [f"http://{name}:{server.endpoint[1]}/keha-a" for name in ("doi.org", "koivula.fi")]
    server.pages["/kirjautuminen"] = moved_to("/login")
    server.pages["/login"] = moved_to("/kirjautuminen", 302)
    urls.append(urls[1].replace("keha-a", "kirjautuminen-alkaa"))
    server.pages["/kirjautuminen-alkaa"] = moved_to("/kirjautuminen", 302)
    found = visit(urls, NOW, let(server, resolve=names))
    assert [(found[url].outcome, found[url].detail) for url in urls] == [
        ("blocked", "ohjaukset kiertävät kirjautumista"),
        ("server_error", "ohjaukset kiertävät kehää"),
        ("blocked", "ohjaukset kiertävät kirjautumista"),
    ]


def test_refused_connection_and_unknown_name_are_told_as_what_they_are() -> None:
    with linkserver() as once:
        pass
    urls = [once.url("/a"), "http://ei-ole-olemassa.koivula.invalid.fi/a"]
    found = visit(urls, NOW, let(once))
    assert [(found[url].outcome, found[url].detail) for url in urls] == [
        ("no_answer", "yhteys torjutaan"),
        ("no_answer", "palvelimen nimeä ei ole"),
    ]


def test_page_of_the_front_page_asked_for_is_not_gone(server: Site) -> None:
    server.pages = {"/": moved_to("/fi/", 302), "/fi/": ok}
    assert check(server, "/").outcome == "redirects"


def test_not_found_page_asked_for_is_not_gone(server: Site) -> None:
    server.pages = {"/virhe": moved_to("/virhe/", 302), "/virhe/": ok}
    assert check(server, "/virhe").outcome == "redirects"


def test_place_is_not_looked_for_in_what_a_redirect_says(server: Site) -> None:
    server.pages = {
        "/siirto": lambda visit: visit.say(302, b"<h1 id=muu>", Location="/kirja"),
        "/kirja": lambda visit: visit.say(200, b"%PDF", Content_Type="application/pdf"),
    }
    assert check(server, "/siirto#luku").outcome == "redirects"


def test_longest_unchecked_is_visited_first() -> None:
    before = of_run(
        (f"http://a.fi/{n}", Check(NOW - datetime.timedelta(days=n), "works")) for n in range(4)
    )
    urls = [*before, "http://a.fi/uusi", "http://b.fi/1"]
    assert planned(urls, before) == {
        "a.fi": ["http://a.fi/uusi", *(f"http://a.fi/{n}" for n in (3, 2, 1, 0))],
        "b.fi": ["http://b.fi/1"],
    }


def test_many_addresses_of_one_host_are_spread_over_runs_until_all_are_seen(server: Site) -> None:
    urls = [server.url(f"/{n}") for n in range(12)]
    server.pages = dict.fromkeys([f"/{n}" for n in range(12)], ok)
    state: dict[str, Link] = {}
    rounds = 0
    while {*state} != {*urls}:
        rounds += 1
        now = NOW + rounds * datetime.timedelta(days=7)
        found = visit(urls, now, let(server, delay=0.1, run=0.5), before=state)
        assert 0 < len(found) < 8
        assert not {*found} & {*state} or {*found} | {*state} == {*urls}
        state = merged(state, of_run(found.items()))
    assert rounds >= 2


def test_page_is_read_in_its_own_letters(server: Site) -> None:
    html = "<meta charset='iso-8859-1'><h1 id='hyöty'>".encode("latin-1")
    server.pages["/latin"] = lambda visit: visit.say(200, html)
    assert check(server, "/latin#hy%C3%B6ty").outcome == "works"


def test_compressed_page_is_read(server: Site) -> None:
    packed = gzip.compress(b"<p>" * 1000 + b"<h1 id=luku>")
    server.pages["/gzip"] = lambda visit: visit.say(200, packed, Content_Encoding="gzip")
    assert check(server, "/gzip#luku").outcome == "works"
    assert check(server, "/gzip#muu").outcome == "anchor_missing"


def test_pause_that_robots_txt_asks_for_is_kept(server: Site) -> None:
    text = b"User-agent: *\nCrawl-delay: 0.4\n"
    server.pages["/robots.txt"] = lambda visit: visit.say(200, text, Content_Type="text/plain")
    visit([server.url("/toimii"), server.url("/uusi")], NOW, let(server))
    first, second = sorted(at for _, path, _, at in server.log if path != "/robots.txt")
    assert second - first >= 0.35


def test_cookie_that_a_redirect_waits_for_is_brought_back(server: Site) -> None:
    def wants_cookie(visit: Any) -> None:
        if "kavija=1" in (visit.headers.get("Cookie") or ""):
            visit.say(200)
        else:
            visit.say(302, b"", Location="/keksi", Set_Cookie="kavija=1")

    server.pages["/keksi"] = wants_cookie
    assert check(server, "/keksi").outcome == "works"


def test_slow_is_slower_than_the_time_out() -> None:
    assert QUICK.timeout < SLOW
