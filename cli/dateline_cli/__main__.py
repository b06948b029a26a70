"""`python -m dateline_cli` is `dateline`."""

from dateline_cli.main import main

if __name__ == "__main__":
    main()
