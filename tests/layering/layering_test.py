#!/usr/bin/env python3
"""Holds every #include against the module table of CMakeLists.txt, and every third-party header
against the one module that may see it. Usage: layering_test.py ROOT"""
import pathlib
import re
import sys

# Third-party headers and the places that may include them; a folder stands for all below it.
OWNERS = {
    r"box2d/": ["engine/physics2d"],
    r"hpdf": ["engine/view"],
    r"zlib\.h": ["engine/scenario", "tests/scenario"],
    r"yaml\.h": ["engine/scenario", "tests/scenario"],
    r"imgui|SDL": ["engine/gfx", "engine/desktop", "engine/web", "tests/gfx", "tests/desktop"],
    r"GLES|GL/|emscripten": ["engine/desktop", "engine/web"],
    r"Eigen/|Spectra/": ["engine/numerics"],
    r"rapidjson/": ["engine/core"],
}
# libm rounds differently from device to device; these folders use engine/core/math.h.
EXACT = ["engine/core", "engine/numerics", "engine/physics2d", "engine/model", "engine/run",
         "engine/scenario", "sims"]
NAMES = ("sinf?|cosf?|tanf?|asinf?|acosf?|atanf?|atan2f?|expf?|exp2|expm1|log2|log10|log1p|powf?|"
         "sinh|cosh|tanh|hypot|cbrt")
LIBM = re.compile(rf"(?<![\w.>:])(?:(?:std::|::)(?:{NAMES}|log)|(?:{NAMES}))\s*\(")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)
COMMENT = re.compile(r"//.*|/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"", re.S)


def module_table(root):
    """module -> all modules it may include, itself among them."""
    text = (root / "CMakeLists.txt").read_text(encoding="utf-8")
    direct = {m[1]: (m[2] or "").split() for m in re.finditer(r"pt_module\((\w+)(?: DEPS ([\w ]+))?\)", text)}

    def reach(module):
        return {module}.union(*(reach(dep) for dep in direct[module]))
    return {module: reach(module) for module in direct}


def allowed_modules(path, table):
    """The engine modules that a file may include, or None where anything goes (tests, programs)."""
    parts = path.parts
    if parts[0] == "engine":
        return table.get(parts[1], set())
    if parts[0] == "sims":
        name = path.name
        if name.startswith(("view", "editor", "exchange")):
            return table["view"]
        if name.startswith("test"):
            return None
        return table["model"] | table["numerics"] | table["physics2d"]
    return None


def problems_in(path, text, table):
    allowed = allowed_modules(path, table)
    for include in INCLUDE.findall(text):
        line = text[: text.index(include)].count("\n") + 1
        if include.startswith("engine/") and allowed is not None:
            if include.split("/")[1] not in allowed:
                yield f"{path}:{line}: may not include {include}"
        if include.startswith("sims/") and path.parts[0] == "sims" and include.split("/")[1] != path.parts[1]:
            yield f"{path}:{line}: a lab may not include another lab ({include})"
        if include.startswith("sims/") and path.parts[0] == "engine":
            yield f"{path}:{line}: the engine may not know a lab ({include})"
        for pattern, owners in OWNERS.items():
            if re.match(pattern, include) and not any(str(path).startswith(o + "/") for o in owners):
                yield f"{path}:{line}: {include} belongs to {owners[0]}"
    if must_be_exact(path):
        code = COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text)
        for match in LIBM.finditer(code):
            line = code[: match.start()].count("\n") + 1
            yield f"{path}:{line}: {match[0]}…) is libm's; use pt::math"


def must_be_exact(path):
    ours = any(str(path).startswith(folder + "/") for folder in EXACT)
    is_math = str(path).startswith("engine/core/math")
    return ours and not is_math and not path.name.startswith("test")


TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)[^;\n]*\{", re.M)
NAMESPACE = re.compile(r"^namespace (pt[\w:]*) \{", re.M)


def types_in(text):
    """Qualified names of the types that a header defines outside other types."""
    space = NAMESPACE.search(text)
    return [f"{space[1] if space else ''}::{name}" for name in TYPE.findall(text)]


def doubles(headers):
    """Two types of one name are one to the linker: it keeps one of their constructors, and a
    vector of the other then has elements of a wrong size. `headers`: [(path, text)]."""
    homes = {}
    for path, text in headers:
        for name in types_in(text):
            homes.setdefault(name, []).append(str(path))
    for name, paths in homes.items():
        if len(paths) > 1:
            yield f"{name} is defined in {' and in '.join(paths)}"


def check(root):
    table = module_table(root)
    files = [p for top in ("engine", "sims") for p in sorted((root / top).rglob("*"))
             if p.suffix in (".h", ".cpp")]
    found = []
    for file in files:
        found += problems_in(file.relative_to(root), file.read_text(encoding="utf-8"), table)
    found += doubles([(file.relative_to(root), file.read_text(encoding="utf-8"))
                      for file in files if file.suffix == ".h"])
    return files, found


def self_test(root):
    """A check that cannot fail is none: each kind of trespass must be reported."""
    table = module_table(root)
    bad = {
        "engine/core/a.cpp": '#include "engine/model/model.h"\n',
        "engine/view/a.cpp": '#include "engine/run/session.h"\n',
        "engine/run/a.h": "#include <imgui.h>\n",
        "engine/model/a.cpp": '#include <box2d/box2d.h>\n',
        "sims/one/model.cpp": '#include "engine/view/view.h"\n',
        "sims/one/view.cpp": '#include "sims/two/model.h"\n',
        "engine/ui/a.cpp": '#include "sims/one/model.h"\n',
        "sims/one/model_b.cpp": "double f(double x) { return std::sin(x); }\n",
        "engine/numerics/c.cpp": "double f(double x) { return 2 * cos(x); }\n",
    }
    good = {
        "engine/run/b.cpp": '#include "engine/model/model.h"\n#include "engine/core/json.h"\n',
        "sims/one/view_b.cpp": '#include "sims/one/model.h"\n#include "engine/view/scene.h"\n',
        "engine/core/b.cpp": "// std::sin(x) would differ\ndouble s = math::sin(1);\n",
    }
    box = "namespace pt {\nstruct Box {\n"
    assert list(doubles([("sims/one/a.h", box), ("sims/two/b.h", box)])), "a doubled type"
    assert not list(doubles([("sims/one/a.h", box), ("engine/x/b.h", box.replace("pt", "pt::x"))]))
    for name, text in bad.items():
        assert list(problems_in(pathlib.Path(name), text, table)), f"not caught: {name}"
    for name, text in good.items():
        assert not list(problems_in(pathlib.Path(name), text, table)), f"wrongly caught: {name}"


root = pathlib.Path(sys.argv[1])
self_test(root)
files, found = check(root)
print("\n".join(found))
print(f"{len(files)} files, {len(found)} trespasses")
sys.exit(1 if found or not files else 0)
