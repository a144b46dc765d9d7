"""The findings of a run one by one, with their places as people and other tools count them."""
