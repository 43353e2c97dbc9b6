#!/usr/bin/env python3
"""Derives the constants of engine/core/math_*.cpp from series in whole numbers and checks that the
sources hold exactly these. Usage: math_constants_test.py ROOT"""
import pathlib
import sys
from fractions import Fraction

BITS = 1500
ONE = 1 << BITS


def atan(p, q):
    """atan(p/q) by Euler's series: the sum of 2^2n n!^2 / (2n+1)! x^(2n+1) / (1+x^2)^(n+1)."""
    term = ONE * p * q // (p * p + q * q)
    total, n = term, 0
    while term:
        n += 1
        term = term * 2 * n * p * p // ((2 * n + 1) * (p * p + q * q))
        total += term
    return Fraction(total, ONE)


def log2():
    """log 2 = 2 atanh(1/3)."""
    power, total, k = 2 * ONE // 3, 0, 1
    while power:
        total += power // k
        power //= 9
        k += 2
    return Fraction(total, ONE)


def rounded(value):
    return Fraction(float(value))  # Python divides whole numbers with correct rounding


def truncated(value, bits):
    """The first `bits` bits of a value below 2."""
    shift = bits - 1
    while value * 2**shift < 2 ** (bits - 1):
        shift += 1
    return Fraction(int(value * 2**shift), 2**shift)


def pair(value):
    upper = rounded(value)
    return [upper, rounded(value - upper)]


def in_parts(value, bits, count):
    """`count` parts of `bits` bits, and what is left as a double."""
    parts = []
    for _ in range(count):
        parts.append(truncated(value - sum(parts), bits))
    return parts + [rounded(value - sum(parts))]


def literal(value):
    return float(value).hex()


def words(value, count):
    digits = f"{int(value * 2 ** (32 * count)):0{8 * count}x}"
    return [f"0x{digits[i:i + 8]}" for i in range(0, len(digits), 8)]


def main():
    core = pathlib.Path(sys.argv[1], "engine/core")
    pi = 16 * atan(1, 5) - 4 * atan(1, 239)  # Machin's formula
    ln2 = log2()
    expected = {
        "math_exp.cpp": in_parts(ln2, 41, 1) + [1 / ln2],
        "math_log.cpp": in_parts(ln2, 41, 1) + pair(Fraction(1, 3)) + pair(Fraction(1, 5)),
        "math_reduce.cpp": in_parts(pi / 2, 36, 3) + pair(pi / 2) + [2 / pi, pi / 4],
        "math_atan.cpp": pair(pi) + pair(pi / 2)
        + [part for k in range(1, 17) for part in pair(atan(k, 16))],
    }
    missing = []
    for name, values in expected.items():
        text = (core / name).read_text(encoding="utf-8")
        missing += [f"{name}: {literal(v)}" for v in values if literal(v) not in text]
    table = " ".join((core / "math_reduce.cpp").read_text(encoding="utf-8").split())
    if ", ".join(words(2 / pi, 38)) not in table:
        missing.append("math_reduce.cpp: the bits of 2/pi")
    if missing:
        sys.exit("Not found:\n" + "\n".join(missing))
    print(f"{sum(map(len, expected.values()))} constants and 1216 bits of 2/pi are right")


main()
