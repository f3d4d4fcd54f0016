# Sourced by ./darkroom: finds JDKs, runs Maven and shows the progress of a build.

need_jdk_25() {
  find_jdk 25 || fail "a JDK 25 is needed: neither JAVA_HOME, nor /usr/lib/jvm, nor the java on the PATH is one"
}

# Prints the home of a JDK with the given feature release.
find_jdk() {
  local home
  while read -r home; do
    if [[ -x $home/bin/javac && $(feature_of "$home") == "$1" ]]; then
      echo "$home"
      return
    fi
  done < <(jdk_homes "$1")
  return 1
}

jdk_homes() {
  local named="JAVA$1_HOME" java
  printf '%s\n' "${JAVA_HOME:-}" "${!named:-}"
  java=$(command -v java) && dirname "$(dirname "$(readlink -f "$java")")"
  printf '%s\n' /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home
}

feature_of() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

# Runs Maven: JDK ARGUMENT...
maven() {
  local -a default_signal=()
  # A background process of a shell ignores SIGINT, and so would its child processes, which the tests interrupt.
  env --default-signal=INT true 2>/dev/null && default_signal=(env --default-signal=INT)
  # Maven's own libraries use methods for which Java 25 prints warnings.
  JAVA_HOME=$1 MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
    ${default_signal[@]+"${default_signal[@]}"} ./mvnw -B "${@:2}"
}

# Builds without tests. Progress goes to standard error, because a later command may write a result to standard output. Arguments:
# WHAT LOG_NAME JDK MODULES -DskipTests|-Dmaven.test.skip=true [MAVEN_ARGUMENT...]
# -DskipTests compiles the tests' sources; -Dmaven.test.skip=true leaves them out.
build() {
  local what=$1 log=$LOGS/$2-build.log jdk=$3 modules=$4
  mkdir -p "$LOGS"
  echo "Building $what. Maven's output goes to $log" >&2
  SECONDS=0
  maven "$jdk" -T 1C -pl "$modules" -am package "${@:5}" 2>&1 | tee "$log" | show_progress >&2
  if [[ ${PIPESTATUS[0]} -ne 0 ]]; then
    tail -n 60 "$log" >&2
    fail "the build failed; its whole output is in $log"
  fi
  echo "Built $what in $SECONDS s" >&2
}

# Turns Maven's output into one line for each module and a count of downloaded files.
show_progress() {
  local line downloaded=0 module='^\[INFO\] Building (.+) [^ ]+ +\[([0-9]+)/([0-9]+)\]$'
  while IFS= read -r line; do
    if [[ $line =~ $module ]]; then
      printf '  [%2d/%d] %s\n' "${BASH_REMATCH[2]}" "${BASH_REMATCH[3]}" "${BASH_REMATCH[1]}"
    elif [[ $line == *"Downloaded from "* ]]; then
      downloaded=$((downloaded + 1))
      ((downloaded % 25 == 0)) && echo "          $downloaded files downloaded so far"
    fi
  done
  ((downloaded == 0)) || echo "          $downloaded files downloaded in all"
}
