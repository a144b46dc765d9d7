"""Rules held against their own examples; the pipeline never imports this."""

from provenance.scoring.complaint import Complaint
from provenance.scoring.coverage import check_rules
from provenance.scoring.examples import test_rules

__all__ = ["Complaint", "check_rules", "test_rules"]
