"""The audit inside text editors, over the Language Server Protocol 3.17."""
