# Thin names over the ordinary tools. `make run` and `make test` need nothing but Debian 12 (or a relative), Rust and Node:
# scripts/prepare installs what is missing.
CLI := target/release/parallax-cli
EVAL := ../shared/eval/evaluate.py

.PHONY: run test test-ui test-rust fuzz kill robust soak fuzz-coverage lint deny reproducible bench bench-batch eval planted package \
	prepare ui types clean

## run: build the program and open the sample event (on a machine without a display: prints the path of a picture)
run: prepare ui
	scripts/build-release
	scripts/run

## test: everything that CI runs
test: prepare test-ui test-rust

test-ui: ui
	cd ui && npm run check && npm test

# One build for all Rust tests: the engine's, the headless program's and the real window's.
test-rust: ui
	cargo test --workspace --locked
	scripts/types-are-current
	scripts/no-network

## fuzz: 2,000 damaged files of every format (make test: 200)
fuzz:
	PARALLAX_MUTATIONS=2000 cargo test --locked -p parallax-cli --test reading -- --nocapture mutations

## fuzz-coverage: cargo-fuzz on every reader for a minute each (needs a nightly compiler and `cargo install cargo-fuzz`)
fuzz-coverage:
	scripts/fuzz

## kill: the program is killed 500 times while it edits and saves (make test: 20)
kill:
	PARALLAX_KILLS=500 cargo test --locked -p parallax-session -- --nocapture killed

## robust: ten minutes of random acts while others run, in the real window (make test: 12 seconds); PARALLAX_SEED repeats one
robust:
	PARALLAX_ROBUST=$${PARALLAX_ROBUST:-600} cargo test --locked --test app -- --nocapture robust

## soak: 500 events opened, edited, saved and closed in one window; memory and open files before and after (make test: 6)
soak:
	PARALLAX_SOAK=$${PARALLAX_SOAK:-500} cargo test --locked --test app -- --nocapture many_events

## lint: formatting, clippy, types of the UI
lint: prepare ui
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	scripts/third-party --check
	scripts/security-lines
	cd ui && npm run check

## deny: licences, bans and sources of all crates by cargo-deny, as the CI of the three systems does (needs `cargo install
## cargo-deny`; its fourth check, of known weaknesses, downloads a list and runs there only)
deny:
	cargo deny --locked check licenses bans sources

## reproducible: both programs built twice from one commit, in two folders, and compared byte for byte
reproducible:
	scripts/reproducible parallax-cli parallax

## bench: speed, memory and size here, beside what a user would take instead (installed into target/bench-peers);
## make bench BENCH=--write puts what it prints into docs/performance.md and README.md
bench: prepare ui
	scripts/build-release --workspace --bins --example weight --example stages --example empty_window
	scripts/bench $(BENCH)

## bench-batch: 10,000 events in one run, and the memory it takes
bench-batch: prepare
	scripts/build-release -p parallax-cli
	scripts/bench --no-peers --no-window --no-growth --batch 10000

## eval: quality against gold data made by others (not part of the repository); the worst cases go to out/eval/worst.md
eval:
	@test -f $(EVAL) || { echo "make eval: $(EVAL) is not here; the gold data is not part of this repository."; exit 1; }
	scripts/build-release -p parallax-cli
	scripts/eval $(EVAL) $(CLI)

## planted: of mistakes planted in one article of real events, how many are marked (on the same gold data)
planted:
	@test -f $(EVAL) || { echo "make planted: $(EVAL) is not here; the gold data is not part of this repository."; exit 1; }
	scripts/build-release -p parallax-cli
	scripts/planted $(CLI) $(dir $(EVAL))dev --out out/planted.txt

## package: a Debian package under target/release/bundle/deb
package: prepare ui
	scripts/package

prepare:
	@scripts/prepare

ui: prepare
	@cd ui && npm run --silent build

clean:
	cargo clean
	rm -rf ui/dist ui/node_modules
