# `make run` and `make test` need a Swift 6.2+ toolchain and nothing else: what is missing is installed.
SCENARIO ?= scenarios/restaurant.yaml
SHELL := /bin/bash
# Tests in release; one build for `check`, `calibrate` and `stories`.
OPTIMISED := --disable-xctest -c release -Xswiftc -enable-testing -Xswiftc -warnings-as-errors

.PHONY: run test check release lint calibrate stories library bench fuzz libraries pictures docs

libraries:
	@scripts/install-libraries

release: libraries
	swift build -c release --product flywheel

run: release
	"$$(swift build -c release --show-bin-path)/flywheel" run $(SCENARIO)

test: libraries
	swift test --disable-xctest -Xswiftc -warnings-as-errors

# The same tests in the build that is shipped, but for those of `make calibrate` and `make stories`.
check: libraries
	swift test $(OPTIMISED) --skip '^(Calibration|Library)Tests\.'

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

# One table of error rates; EXPERIMENTS=10000 for all its rows, ten thousand experiments each.
calibrate: libraries
	$(if $(EXPERIMENTS),EXPERIMENTS=$(EXPERIMENTS) )swift test $(OPTIMISED) --filter '^CalibrationTests\.'

# Every story of scenarios/, played as it is and with what its lesson turns on changed.
stories: libraries
	swift test $(OPTIMISED) --filter '^LibraryTests\.'

# What is made of the stories: their texts in the command, and the page of their answers.
library: libraries
	scripts/embed-stories
	swift build -c release --product flywheel
	"$$(swift build -c release --show-bin-path)/flywheel" run scenarios/*.yaml --quiet --answers scenarios/README.md

# Mutated files of every kind; COUNT=100000 takes hours.
COUNT ?= 2000
fuzz: release
	scripts/fuzz "$$(swift build -c release --show-bin-path)/flywheel" --count $(COUNT)

# Screenshots of report, notebook and workbook, into pictures/, and the charts of README.
pictures: release
	scripts/install-viewers
	scripts/pictures "$$(swift build -c release --show-bin-path)/flywheel" pictures

# Every command of README and of the guide, run, and held against what they show.
docs: release
	scripts/check-docs "$$(swift build -c release --show-bin-path)/flywheel" README.md docs/*.md

bench: libraries
	swift run -c release --package-path Benchmarks benchmarks $(PARTS)
