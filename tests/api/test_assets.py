"""The client's files: hashed, packed, kept for ever under their hash, and nothing else."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from api.assets import FOLDER, Assets
from api.wsgi import create_app
from app.core import Core

FILES = {
    "street/index.html": '<link href="/a/{hash}/styles/a.css"><!--modulepreload-->',
    "street/main.js": 'import "../lib/api.js";\n' + "const pad = 1;\n" * 50,
    "desk/index.html": '<link href="/a/{hash}/styles/desk.css"><!--modulepreload-->',
    "desk/main.js": 'import "./kit/pad.js";',
    "desk/kit/pad.js": "export {};",
    "desk/lijsten/lijst.js": "export {};",
    "lib/api.js": "export const pad = '/a/{hash}/';",
    "vendor/preact.js": "export {}; // to the byte",
    "vendor/preact.LICENSE": "not served",
    "types/api.d.ts": "not served",
    "styles/a.css": "body { color: red }",
    "styles/desk.css": "body { color: blue }",
    "icons/veldwijzer-192.png": "\x89PNG /a/{hash}/",
    "sw.js": 'const CACHE = "/a/{hash}/"; const SCHIL = /*precache*/[];',
    "manifest.webmanifest": '{"icons": [{"src": "/a/{hash}/icons/veldwijzer-192.png"}]}',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "pwa"
    for name, text in FILES.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("latin-1"))
    (tmp_path / "secret.js").write_text("outside")
    return root


@pytest.fixture
def assets(folder: Path) -> Assets:
    return Assets(folder)


@pytest.fixture
def database_url(sqlite_template: Path) -> str:
    """No test in here reads or writes data."""
    return f"sqlite:///{sqlite_template}"


@pytest.fixture
def client(core: Core, assets: Assets) -> FlaskClient:
    app: Flask = create_app(core, assets=assets)
    return app.test_client()


def test_the_page_names_its_files_by_hash_and_loads_its_modules_at_once(client: FlaskClient, assets: Assets) -> None:
    page = client.get("/")
    preloaded = re.findall(r'<link rel="modulepreload" href="([^"]+)">', page.text)
    assert preloaded == [f"/a/{assets.hash}/{name}" for name in ("lib/api.js", "street/main.js", "vendor/preact.js")]
    assert "{hash}" not in page.text
    assert page.content_type == "text/html; charset=utf-8"
    for url in (*preloaded, f"/a/{assets.hash}/styles/a.css"):
        assert client.get(url).status_code == 200


@pytest.mark.parametrize(
    "url", ["/bureau", "/bureau/", "/bureau/abonnementen/5", "/bureau/../x", "/bureau/%00/<script>"]
)
def test_every_address_of_the_desk_is_its_own_page(client: FlaskClient, assets: Assets, url: str) -> None:
    page = client.get(url)
    assert (page.status_code, page.content_type) == (200, "text/html; charset=utf-8")
    # The screens are fetched when they are opened; what they all need is named here.
    preloaded = re.findall(r'<link rel="modulepreload" href="([^"]+)">', page.text)
    names = ("desk/kit/pad.js", "desk/main.js", "lib/api.js", "vendor/preact.js")
    assert preloaded == [f"/a/{assets.hash}/{name}" for name in names]
    assert client.get(f"/a/{assets.hash}/desk/lijsten/lijst.js").status_code == 200
    assert page.headers["Cache-Control"] == "no-cache"
    assert client.get(url, headers={"If-None-Match": page.headers["ETag"]}).status_code == 304


def test_a_page_that_did_not_change_is_not_sent_again(client: FlaskClient) -> None:
    page = client.get("/")
    assert page.headers["Cache-Control"] == "no-cache"
    again = client.get("/", headers={"If-None-Match": page.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_file_under_its_hash_may_be_kept_for_ever(client: FlaskClient, assets: Assets) -> None:
    answer = client.get(f"/a/{assets.hash}/lib/api.js")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.content_type == "text/javascript; charset=utf-8"
    assert answer.text == f"export const pad = '/a/{assets.hash}/';"


def test_comments_for_readers_of_the_repository_stay_there(tmp_path: Path) -> None:
    texts = {
        "street/a.js": "// Why.\nconst naam = `//geen ${1 /* wel */} x`; // blijft\n/** Why. */\nexport {};\n",
        "styles/a.css": "/* Why. */\na {\n  color: red; /* blijft */\n}\n",
        "vendor/b.js": "// Why, to the byte.\n",
    }
    for name, text in texts.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    assets = Assets(tmp_path)
    served = {name: assets.find(name).bodies["identity"].decode() for name in texts}
    assert served["street/a.js"] == "const naam = `//geen ${1 /* wel */} x`; // blijft\nexport {};\n"
    assert served["styles/a.css"] == "a {\ncolor: red; /* blijft */\n}\n"
    assert served["vendor/b.js"] == texts["vendor/b.js"]


TOKENS = """
import { tokenize } from "espree";
import { readFileSync } from "node:fs";
const pairs = JSON.parse(readFileSync(0, "utf8"));
const options = { ecmaVersion: "latest", sourceType: "module" };
const flat = (text) => text.replace(/^[ \\t]+/gm, "");
const said = ({ type, value }) => [type, type === "Template" ? flat(value) : value];
const read = (text) => tokenize(text, options).map(said);
const differ = pairs.filter(([, source, served]) => JSON.stringify(read(source)) !== JSON.stringify(read(served)));
console.log(JSON.stringify(differ.map(([name]) => name)));
"""


def test_every_served_module_says_what_its_source_says() -> None:
    assets, root = Assets(FOLDER), FOLDER.parent
    sources = [path for path in FOLDER.rglob("*.js") if path.name != "sw.js"]
    pairs = []
    for path in sources:
        name = path.relative_to(FOLDER).as_posix()
        served = assets.find(name).bodies["identity"].decode()
        pairs.append([name, path.read_text().replace("/a/{hash}/", f"/a/{assets.hash}/"), served])
    command = [shutil.which("node") or "node", "--input-type=module", "--eval", TOKENS]
    done = subprocess.run(command, input=json.dumps(pairs), capture_output=True, text=True, cwd=root, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_the_address_changes_with_what_is_served(folder: Path, assets: Assets) -> None:
    (folder / "lib" / "api.js").write_text("// A comment changes nothing.\n" + FILES["lib/api.js"])
    assert Assets(folder).hash == assets.hash
    (folder / "lib" / "api.js").write_text(FILES["lib/api.js"] + "anders();")
    assert Assets(folder).hash != assets.hash


def test_files_carry_what_protects_a_file_and_pages_their_policies(client: FlaskClient, assets: Assets) -> None:
    file, page = client.get(f"/a/{assets.hash}/lib/api.js"), client.get("/")
    missing = client.get(f"/a/{assets.hash}/nergens.js")
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" not in file.headers
    for answer in (page, missing, client.get("/sw.js")):
        assert "require-trusted-types-for 'script'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("br, gzip", "br"),
        ("gzip, deflate", "gzip"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("", None),
        ("identity", None),
        ("nonsense;;q=é", None),
    ],
)
def test_it_is_packed_as_the_browser_likes_it(
    client: FlaskClient, assets: Assets, accepted: str, encoding: str | None
) -> None:
    answer = client.get(f"/a/{assets.hash}/street/main.js", headers={"Accept-Encoding": accepted})
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert answer.headers.get("Content-Encoding") == encoding
    assert unpack(answer.data).decode() == FILES["street/main.js"]
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_pictures_leave_as_they_are(client: FlaskClient, assets: Assets, folder: Path) -> None:
    for url in (f"/a/{assets.hash}/icons/veldwijzer-192.png", "/favicon.ico"):
        answer = client.get(url, headers={"Accept-Encoding": "br"})
        assert (answer.content_type, answer.headers.get("Content-Encoding")) == ("image/png", None)
        assert answer.data == (folder / "icons/veldwijzer-192.png").read_bytes()


def test_the_service_worker_gets_the_list_of_the_shell(client: FlaskClient, assets: Assets) -> None:
    script = client.get("/sw.js")
    found = re.search(r"SCHIL = (\[.*\]);", script.text)
    assert found
    expected = ("lib/api.js", "street/main.js", "styles/a.css", "vendor/preact.js")
    assert json.loads(found[1]) == ["/", *(f"/a/{assets.hash}/{name}" for name in expected)]
    assert script.headers["Cache-Control"] == "no-cache"
    assert all(client.get(url).status_code == 200 for url in json.loads(found[1]))


def test_the_manifest_has_its_own_type(client: FlaskClient, assets: Assets) -> None:
    answer = client.get("/manifest.webmanifest")
    assert answer.content_type == "application/manifest+json"
    assert client.get(json.loads(answer.text)["icons"][0]["src"]).status_code == 200


def test_any_change_is_another_hash(folder: Path) -> None:
    before = Assets(folder).hash
    assert Assets(folder).hash == before
    (folder / "lib/api.js").write_text("export const pad = 1;")
    assert Assets(folder).hash != before


@pytest.mark.parametrize(
    "path",
    [
        "vendor/preact.LICENSE",
        "types/api.d.ts",
        "lib/none.js",
        "lib/",
        "lib",
        "../secret.js",
        "%2e%2e/secret.js",
        "lib/../../secret.js",
        "lib%2fapi.js%00",
        "/etc/passwd",
        "..%5csecret.js",
    ],
)
def test_nothing_else_can_be_asked_for(client: FlaskClient, assets: Assets, path: str) -> None:
    answer = client.get(f"/a/{assets.hash}/{path}")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


def test_another_hash_is_not_there(client: FlaskClient) -> None:
    assert client.get("/a/0123456789abcdef/lib/api.js").status_code == 404


def test_the_client_as_it_is_in_the_repository_can_be_served(core: Core) -> None:
    client = create_app(core).test_client()
    real = Assets(FOLDER)
    page = client.get("/")
    assert page.status_code == 200
    urls = set(re.findall(r'(?:href|src)="(/[^"]+)"', page.text))
    assert {url for url in urls if client.get(url).status_code != 200} == set()
    script = real.find("sw.js")
    assert script
    shell = re.search(rb"\[\"/\".*?\]", script.bodies["identity"])
    assert shell
    assert {url for url in json.loads(shell[0]) if client.get(url).status_code != 200} == set()
