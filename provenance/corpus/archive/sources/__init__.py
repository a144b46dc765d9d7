"""What archives are kept in: one module a kind, each with `cut` and `read`."""
