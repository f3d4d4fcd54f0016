# Sourced by ./darkroom: long searches for faults: leaks, failing services and hostile input.

leak() {
  local jdk
  jdk=$(need_jdk_25) || exit 2
  build_bench "$jdk"
  leak_in_small_heap "$jdk" "$@"
}

# The heap has its full size from the start, so that growth is not that of the heap.
leak_in_small_heap() {
  BENCH_HEAP="-Xms192m -Xmx192m -XX:+AlwaysPreTouch -XX:+UseSerialGC" run_bench "$1" leak "${@:2}"
}

# The run has its own folder for temporary files, so that other processes do not write to it.
soak() {
  local jdk temporary=target/soak-tmp
  jdk=$(need_jdk_25) || exit 2
  build_bench "$jdk"
  rm -rf "$temporary"
  mkdir -p "$temporary"
  BENCH_HEAP="-Xms192m -Xmx192m -XX:+AlwaysPreTouch -XX:+UseSerialGC -Djava.io.tmpdir=$temporary" run_bench "$jdk" soak "$@"
}

crash() {
  local jdk
  jdk=$(need_jdk_25) || exit 2
  build "the worker, the servlet and the crash tests" crash "$jdk" crash-tests -DskipTests
  "$jdk/bin/java" -Xmx512m --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true \
    -Dorg.slf4j.simpleLogger.defaultLogLevel=off -Dorg.slf4j.simpleLogger.log.org.eclipse.jetty=off \
    -cp "crash-tests/target/test-classes:$(<crash-tests/target/crash.classpath)" dev.darkroom.crash.Crash "$@"
}

fuzz() {
  local jdk
  jdk=$(need_jdk_25) || exit 2
  build_hostile "$jdk"
  if [[ ${1:-} == corpus ]]; then
    in_hostile "$jdk" mutation.MutationRun "${@:2}"
  else
    in_hostile "$jdk" fuzz.Fuzz "$ROOT/hostile-tests/target/fuzz" "$@"
  fi
}

build_hostile() {
  build "the hostile input" hostile "$1" hostile-tests -DskipTests
}

# Runs one of the hostile programs in a small heap: JDK CLASS ARGUMENT...
in_hostile() {
  "$1/bin/java" -Xmx256m -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED \
    -cp "hostile-tests/target/test-classes:$(<hostile-tests/target/hostile.classpath)" "dev.darkroom.hostile.$2" "${@:3}"
}
