"""`python -m extractor` is `nianjian`."""

from extractor.cli import main

if __name__ == "__main__":
    main(prog_name="nianjian")
