"""Requests made up from the description of the service, good ones and bad ones."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode, checks
from schemathesis.core.result import Ok
from schemathesis.specs.openapi import checks as contract
from starlette.testclient import TestClient

from provenance.serving.openapi import describe_service
from tests.serving.conftest import SETTINGS

DESCRIBED = schemathesis.openapi.from_dict(describe_service(SETTINGS))
OPERATIONS = [found.ok() for found in DESCRIBED.get_all_operations() if isinstance(found, Ok)]
Operation = schemathesis.APIOperation[Any, Any, Any, Any]
HELD = [
    checks.not_a_server_error,
    contract.status_code_conformance,
    contract.content_type_conformance,
    contract.response_schema_conformance,
]


@pytest.mark.slow
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.path)
@given(data=st.data())
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_the_service_keeps_to_its_description(operation: Operation, data: st.DataObject, client: TestClient) -> None:
    """Whatever is asked, the answer is one that the description announces, and never a fault of the service."""
    mode = data.draw(st.sampled_from(GenerationMode))
    case = data.draw(operation.as_strategy(generation_mode=mode))
    asked = case.as_transport_kwargs(base_url=str(client.base_url))
    body = asked.pop("data", b"")
    answer = client.request(**asked, content=body)
    case.validate_response(answer, checks=HELD)
