"""Rules held against their own examples; the pipeline never imports this."""

from provenance.scoring.complaint import Complaint
from provenance.scoring.coverage import check_rules
from provenance.scoring.examples import test_rules
from provenance.scoring.faults import find_faults, find_misplaced, texts_of

__all__ = ["Complaint", "check_rules", "find_faults", "find_misplaced", "test_rules", "texts_of"]
