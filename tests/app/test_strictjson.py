import pytest

from app.strictjson import NotJson, decode


def test_json_is_read() -> None:
    assert decode('{"naam": "Noëlle", "n": [1, null, true]}'.encode()) == {"naam": "Noëlle", "n": [1, None, True]}


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'{"a": 1, "a": 2}', "twee keer"),
        (b'{"a": {"b": 1, "b": 1}}', "twee keer"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "NaN"),
        (b'{"a": "af', "afgebroken"),
        (b'{"a": 1} {"b": 2}', "Geen geldige JSON"),
        (b"\xef\xbb\xbf{}", "BOM"),
        (b'{"a": "\xff"}', "UTF-8"),
        (b"[" * 100_000, "haken"),
        (b'{"a": ' + b"9" * 5000 + b"}", "getal"),
        (b"", "Geen geldige JSON"),
    ],
)
def test_what_is_loose_is_refused_with_a_reason(data: bytes, what: str) -> None:
    with pytest.raises(NotJson, match=what):
        decode(data)


def test_a_reason_does_not_repeat_the_input() -> None:
    with pytest.raises(NotJson) as caught:
        decode(b'{"Jansen": "geheim", "Jansen": 1}')
    assert "Jansen" not in str(caught.value)
