# Sourced by ./darkroom: measurements.

bench() {
  local what=compare jdk
  case ${1:-} in
    memory | worker | jmh | report)
      what=$1
      shift
      ;;
  esac
  jdk=$(need_jdk_25) || exit 2
  if [[ $what == report && ${1:-} == --again ]]; then
    build_bench "$jdk"
    run_bench "$jdk" report
    return
  fi
  [[ " $* " == *" --peers "* ]] && fetch_peers "$jdk"
  if [[ $what == jmh ]]; then
    build_bench "$jdk" -DskipTests
  else
    build_bench "$jdk"
  fi
  case $what in
    report) report "$jdk" "$@" ;;
    worker) bench_worker "$jdk" "$@" ;;
    jmh)
      "$jdk/bin/java" -cp "benchmarks/target/test-classes:benchmarks/target/classes:$(<benchmarks/target/jmh.classpath)" \
        org.openjdk.jmh.Main -jvmArgs "--enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector" "$@"
      ;;
    *) run_bench "$jdk" "$what" "$@" ;;
  esac
}

# Runs the worker benchmark with an AOT cache, as in the worker's image.
bench_worker() {
  record_cache "$1" >/dev/null
  run_bench "$1" worker "${@:2}"
}

# Runs all benchmarks of docs/PERFORMANCE.md, one after the other.
report() {
  local jdk=$1
  local -a compare=() memory=() worker=()
  shift
  while [[ $# -gt 0 ]]; do
    case $1 in
      --peers)
        compare+=("$1")
        memory+=("$1")
        ;;
      --node-worker)
        worker+=("$1" "$2")
        shift
        ;;
      --runs | --warm)
        compare+=("$1" "$2")
        shift
        ;;
      *) compare+=("$1") ;;
    esac
    shift
  done
  run_bench "$jdk" compare ${compare[@]+"${compare[@]}"} &&
    run_bench "$jdk" compare --job webp ${compare[@]+"${compare[@]}"} &&
    run_bench "$jdk" compare --threads --heap 64m ${compare[@]+"${compare[@]}"} &&
    run_bench "$jdk" memory ${memory[@]+"${memory[@]}"} &&
    bench_worker "$jdk" ${worker[@]+"${worker[@]}"} &&
    leak_in_small_heap "$jdk" || fail "a run failed, so there is no report"
  # Without a DIR the photographs are generated, and all of those have a profile.
  run_bench "$jdk" compare --icc without ${compare[@]+"${compare[@]}"} ||
    echo "No photographs without a profile were measured" >&2
  run_bench "$jdk" report
}

run_bench() {
  local jdk=$1 argument
  local -a arguments=() heap
  read -ra heap <<<"${BENCH_HEAP:--Xmx3g}"
  shift
  for argument in "$@"; do
    # relative paths are relative to the caller's folder
    if [[ $argument != /* && $argument != -* && -e $STARTED_IN/$argument ]]; then
      argument=$STARTED_IN/$argument
    fi
    arguments+=("$argument")
  done
  "$jdk/bin/java" "${heap[@]}" --enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector \
    -cp "benchmarks/target/classes:$(<benchmarks/target/bench.classpath)" \
    dev.darkroom.bench.Bench "$ROOT" ${arguments[@]+"${arguments[@]}"} 2> >(grep -v 'incubator module' >&2)
}

# Arguments: JDK [-DskipTests]. -DskipTests also compiles the test sources, which contain the JMH benchmarks.
build_bench() {
  build "the benchmarks" bench "$1" benchmarks,examples/fly-worker "${2:--Dmaven.test.skip=true}"
}

# Fetches and builds the peers. A peer that is not available is skipped with a message.
fetch_peers() {
  local peer log=$LOGS/peers.log
  mkdir -p "$LOGS"
  : >"$log"
  echo "Fetching the peers ..." >&2
  for peer in sharp photon; do
    [[ -d benchmarks/peers/$peer/node_modules ]] && continue
    if ! command -v npm >/dev/null; then
      echo "$peer is left out: there is no npm" >&2
    elif ! (cd "benchmarks/peers/$peer" && npm install --no-audit --no-fund --no-package-lock) >>"$log" 2>&1; then
      rm -rf "benchmarks/peers/$peer/node_modules"
      echo "$peer is left out: npm could not install it; see $log" >&2
    fi
  done
  (build "the peers written in Java" peers-in-java "$1" benchmarks/peers/java,benchmarks/peers/turbojpeg -Dmaven.test.skip=true -Ppeers) ||
    echo "the peers written in Java are left out: Maven could not build them" >&2
}
