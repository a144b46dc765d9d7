"""The command line: one module a subcommand, each read -> run -> render -> exit code; printing happens here only."""
