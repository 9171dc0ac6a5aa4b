"""YAML as the project reads it: strings stay strings, keys stand once, every value knows its place."""

from __future__ import annotations

import pytest
from scnotes.diagnostics import Findings, render
from scnotes.yaml_reader import read_yaml

VALUES = [
    ("a: 2017-08-30", "2017-08-30"),
    ("a: no", "no"),
    ("a: on", "on"),
    ("a: 1_000", "1_000"),
    ("a: 0507", "0507"),
    ("a: 1.5", "1.5"),
    ("a: 0x1F", "0x1F"),
    ("a: '507'", "507"),
    ("a: S/2017/507", "S/2017/507"),
    ("a: 507", 507),
    ("a: true", True),
    ("a:", None),
    ("a: ''", ""),
    ("a: [x, 1]", ["x", 1]),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_values(text, value):
    assert read_yaml(text, "a.yml").data == {"a": value}


FAULTS = [
    ("a: 1\nb: 2\na: 3\n", "x.yml:3:1: REG002 this key stands twice\n  hint: keep one of them"),
    ("a: {b: 1, b: 2}\n", "x.yml:1:11: REG002 this key stands twice\n  hint: keep one of them"),
    ("a: [1\nb: 2\n", "x.yml:2:2: REG001 this is not YAML: did not find expected ',' or ']'"),
    ("a: 'x\n", "x.yml:2:1: REG001 this is not YAML"),
    ("\ta: 1\n", "x.yml:1:1: REG001 this is not YAML"),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_faults_stand_at_their_place(text, expected):
    with pytest.raises(Findings) as caught:
        read_yaml(text, "x.yml")
    assert [render(each, "en")[: len(expected)] for each in caught.value.diagnostics] == [expected]


def test_a_part_knows_its_place_in_the_file():
    document = read_yaml("- a: 1\n- b:\n    - x\n    - y: {z: 2}\n", "x.yml", first_line=10)
    assert document.position([1, "b", 1, "y", "z"]) == (13, 14)
    assert document.position([1, "b", 7]) == (12, 5), "the nearest part that exists"
    assert read_yaml("", "x.yml", first_line=4).position(["a"]) == (4, 1)
