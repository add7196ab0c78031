"""The manifests: valid by Kubernetes' own schemas, consistent with each other and with the service."""

from __future__ import annotations

import warnings
from copy import deepcopy
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.settings import PREFIX, Settings
from dateline.web.routes import ROUTES

FOLDER = Path(__file__).resolve().parent.parent.parent / "deploy" / "kubernetes"
BASE, PRODUCTION = FOLDER / "base", FOLDER / "overlays" / "production"
VERSION = "1.30.0"
LISTS = {"env": "name", "containers": "name", "volumes": "name", "volumeMounts": "mountPath"}
"""Lists that a patch merges, and by what."""

Manifest = dict[str, Any]


def loaded(path: Path) -> Manifest:
    made: Manifest = yaml.safe_load(path.read_text(encoding="utf-8"))
    return made


def merged(base: Any, patch: Any, name: str = "") -> Any:
    """What a strategic merge makes of the two; as much of it as the patches here use."""
    if isinstance(base, dict) and isinstance(patch, dict):
        return base | {key: merged(base[key], value, key) if key in base else value for key, value in patch.items()}
    if isinstance(base, list) and name in LISTS:
        key, made = LISTS[name], {item[LISTS[name]]: item for item in deepcopy(base)}
        for item in patch:
            made[item[key]] = merged(made[item[key]], item) if item[key] in made else item
        return list(made.values())
    return patch


BASES = {path.stem: loaded(path) for path in BASE.glob("*.yaml") if path.stem != "kustomization"}
PATCHES = {path.stem: loaded(path) for path in PRODUCTION.glob("*.yaml") if path.stem != "kustomization"}
BUILDS = {
    "base": BASES,
    "production": {name: merged(manifest, PATCHES.get(name, {})) for name, manifest in BASES.items()},
}
EACH = [pytest.param(manifest, id=f"{build} {name}") for build, all in BUILDS.items() for name, manifest in all.items()]


@pytest.mark.parametrize("manifest", EACH)
def test_a_manifest_is_what_the_schema_says(manifest: Manifest) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the validator's own
        from kubernetes_validate import validate

        validate(manifest, VERSION, strict=True)


@pytest.mark.parametrize(("folder", "name"), [(BASE, "resources"), (PRODUCTION, "patches")], ids=["base", "production"])
def test_every_file_is_named_and_every_name_a_file(folder: Path, name: str) -> None:
    named = {
        entry["path"] if isinstance(entry, dict) else entry for entry in loaded(folder / "kustomization.yaml")[name]
    }
    assert {path.name for path in folder.glob("*.yaml")} - {"kustomization.yaml"} == named


def test_a_patch_is_of_something_in_the_base() -> None:
    heads = [{(m["kind"], m["metadata"]["name"]) for m in manifests.values()} for manifests in (PATCHES, BASES)]
    assert heads[0] <= heads[1]


def pod(build: str) -> Manifest:
    made: Manifest = BUILDS[build]["deployment"]["spec"]["template"]["spec"]
    return made


def settings(build: str) -> Settings:
    env = {entry["name"].removeprefix(PREFIX).lower(): entry["value"] for entry in pod(build)["containers"][0]["env"]}
    kinds = {row.name: type(row.default) for row in fields(Settings)}
    assert set(env) <= set(kinds)
    return Settings(**{name: kinds[name](value) for name, value in env.items()})


@pytest.mark.parametrize("build", BUILDS)
class TestBuild:
    def test_probes_ask_routes_that_there_are(self, build: str) -> None:
        container = pod(build)["containers"][0]
        asked = [container[f"{name}Probe"]["httpGet"]["path"] for name in ("startup", "readiness", "liveness")]
        assert ["/readyz", "/readyz", "/livez"] == asked
        assert set(asked) | {"/metrics"} <= {route.path for route in ROUTES}
        ports = {port["name"]: port["containerPort"] for port in container["ports"]}
        assert {"http": Settings().port} == ports

    def test_there_is_time_to_finish(self, build: str) -> None:
        chosen, slept = settings(build), 5
        assert chosen.time_budget + chosen.drain + slept + 5 <= pod(build)["terminationGracePeriodSeconds"]

    def test_the_longest_text_fits_into_memory(self, build: str) -> None:
        """300 MB to begin with, and at the worst 10 kB a character at the parse; see docs/operations.md."""
        limits = pod(build)["containers"][0]["resources"]["limits"]["memory"]
        unit = {"Mi": 2**20, "Gi": 2**30}[limits[-2:]]
        need = settings(build).workers * (300e6 + 10_000 * settings(build).max_characters)
        assert need <= int(limits[:-2]) * unit

    def test_it_may_do_nothing_that_it_need_not(self, build: str) -> None:
        container, whole = pod(build)["containers"][0], pod(build)
        assert {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        } == container["securityContext"]
        assert whole["securityContext"]["runAsNonRoot"]
        assert not whole["automountServiceAccountToken"]
        assert {"/tmp", "/dev/shm"} <= {mount["mountPath"] for mount in container["volumeMounts"]}
        assert {mount["name"] for mount in container["volumeMounts"]} == {volume["name"] for volume in whole["volumes"]}
        policy = BUILDS[build]["networkpolicy"]["spec"]
        assert ([], ["Ingress", "Egress"]) == (policy["egress"], policy["policyTypes"])

    def test_selectors_select_it(self, build: str) -> None:
        labels = loaded(BASE / "kustomization.yaml")["labels"][0]["pairs"]
        specs = {name: manifest.get("spec", {}) for name, manifest in BUILDS[build].items()}
        assert [labels] * 4 == [
            specs["deployment"]["selector"]["matchLabels"],
            specs["service"]["selector"],
            specs["pdb"]["selector"]["matchLabels"],
            specs["networkpolicy"]["podSelector"]["matchLabels"],
        ]
        target = specs["hpa"]["scaleTargetRef"]
        made = BUILDS[build]["deployment"]
        assert (made["apiVersion"], made["kind"], made["metadata"]["name"]) == (
            target["apiVersion"], target["kind"], target["name"],
        )  # fmt: skip
