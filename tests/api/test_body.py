"""Bytes become a JSON object, or a refusal in our own words."""

from typing import Any

import pytest
from flask import Flask
from gunicorn.http.errors import InvalidChunkSize
from werkzeug.test import EnvironBuilder

from api import body
from api.problems import BadJson, TooLarge, WrongMediaType
from app.errors import InvalidInput


def request(data: bytes, **options: Any) -> Any:
    return Flask("test").request_class(EnvironBuilder(method="POST", data=data, **options).get_environ())


def json_request(data: bytes, **options: Any) -> Any:
    return request(data, content_type="application/json", **options)


@pytest.mark.parametrize(
    "content_type", ["application/json", "application/json; charset=utf-8", "Application/JSON; charset=UTF-8"]
)
def test_json_in_utf8_is_read(content_type: str) -> None:
    assert body.read_object(request('{"naam":"Zoë 🙂"}'.encode(), content_type=content_type)) == {"naam": "Zoë 🙂"}


@pytest.mark.parametrize(
    "content_type",
    ["", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin-1", "application/jsonl"],
)
def test_other_media_types_are_refused(content_type: str) -> None:
    with pytest.raises(WrongMediaType):
        body.read_object(request(b"{}", content_type=content_type))


def test_a_packed_body_is_refused() -> None:
    with pytest.raises(WrongMediaType):
        body.read_object(json_request(b"{}", headers={"Content-Encoding": "gzip"}))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" ",
        b'{"naam": "jan',
        b'{"naam": "jan"} {}',
        b'{"naam": "jan", "naam": "piet"}',
        b'{"a": {"b": 1, "b": 2}}',
        b'{"jaar": NaN}',
        b'{"jaar": -Infinity}',
        b'{"jaar": 1e999}',
        b'{"jaar": ' + b"9" * 5000 + b"}",
        b"[]",
        b"null",
        b'"jan"',
        b"{'naam': 'jan'}",
        b'{"naam": "\xff\xfe"}',
        b"\xef\xbb\xbf{}",
        b'{"naam": "a\tb"}',
        b"[" * 8000 + b"]" * 8000,
        b'{"a":' * 2500 + b"1" + b"}" * 2500,
        b'{"a":' * 20 + b"1" + b"}" * 20,
    ],
    ids=lambda data: repr(data[:24]),
)
def test_what_is_not_strict_json_is_refused(data: bytes) -> None:
    with pytest.raises(BadJson):
        body.read_object(json_request(data))


@pytest.mark.parametrize(
    ("data", "pointer"),
    [
        (rb'{"naam": "\ud800"}', "#/naam"),
        (rb'{"naam": "jan\u0000"}', "#/naam"),
        (rb'{"a": ["x", {"b/c~": "\udfff"}]}', "#/a/1/b~1c~0"),
        (rb'{"\ud800": 1}', "#"),
    ],
)
def test_characters_that_are_none_are_refused_with_their_place(data: bytes, pointer: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        body.read_object(json_request(data))
    assert [field.pointer for field in caught.value.errors] == [pointer]


def test_a_whole_pair_of_surrogates_is_a_character() -> None:
    assert body.read_object(json_request(rb'{"naam": "\ud83d\ude42"}')) == {"naam": "🙂"}


def test_sixteen_kilobytes_and_not_one_more() -> None:
    fits = b'{"naam": "' + b"a" * (body.MOST_BYTES - 12) + b'"}'
    assert len(fits) == body.MOST_BYTES
    assert body.read_object(json_request(fits))
    with pytest.raises(TooLarge):
        body.read_object(json_request(fits + b" "))


def test_a_body_without_a_length_is_bounded_too() -> None:
    large = json_request(b"")
    large.environ |= {"wsgi.input_terminated": True, "wsgi.input": EnvironBuilder(data=b" " * 20_000).input_stream}
    large.environ.pop("CONTENT_LENGTH", None)
    with pytest.raises(TooLarge):
        body.read_object(large)


class Broken:
    def __init__(self, error: Exception) -> None:
        self._error = error

    def read(self, _size: int = -1) -> bytes:
        raise self._error


@pytest.mark.parametrize("error", [InvalidChunkSize(b"zz"), OSError("gone")])
def test_a_body_that_breaks_off_is_refused(error: Exception) -> None:
    broken = json_request(b"")
    broken.environ |= {"wsgi.input_terminated": True, "wsgi.input": Broken(error)}
    with pytest.raises(BadJson):
        body.read_object(broken)
