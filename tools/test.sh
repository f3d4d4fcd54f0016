# Sourced by ./darkroom: runs all checks and tests, or only the quick ones, and prints a summary.

run_tests() {
  if [[ ${1:-} == --quick ]]; then
    quick_tests "${@:2}"
  else
    all_tests "$@"
  fi
}

all_tests() {
  local jdk jdk17
  local -a second=()
  jdk=$(need_jdk_25) || exit 2
  require_programs_and_libraries
  echo "Java 25: $jdk"
  if jdk17=$(find_jdk 17); then
    echo "Java 17: $jdk17"
    second=("-Ddarkroom.jdk17=$jdk17")
  elif [[ ${CI:-} == true ]]; then
    fail "CI=true, and no JDK 17 was found"
  else
    echo "Java 17: none found, so the portable modules are tested on Java 25 alone"
  fi
  check_and_test "$jdk" ${second[@]+"${second[@]}"} "$@"
}

quick_tests() {
  local jdk
  jdk=$(need_jdk_25) || exit 2
  echo "Java 25: $jdk"
  # Builds modules in parallel: most modules alone use only one core.
  check_and_test "$jdk" -T 1C -Dquick "$@"
  echo
  echo "Left out of --quick. ./darkroom test runs all of it:"
  echo "  second runs: on Java 17, of image-pipeline's tests with image-turbo, and with narrower vectors"
  echo "  modules, which are only compiled:$(grep -l '{test.slow-module.phase}' -- */pom.xml | sed 's|\(.*\)/pom.xml| \1|' | tr -d '\n')"
  echo "  classes that start packed programs:"
  find . -path '*/src/test/*' -name '*IT.java' | by_module
  echo "  classes with @Tag(\"slow\"):"
  find . -path '*/src/test/*' -name '*Test.java' -exec grep -l '^@Tag("slow")' {} + | by_module
}

# Turns ./MODULE/src/test/.../CLASS.java into one line for each module.
by_module() {
  sed -E 's|^\./(.*)/src/test/.*/([^/]+)\.java$|\1 \2|' | sort | awk '
    $1 != module { if (NR > 1) print ""; printf "    %s:", $1; module = $1 }
    { printf " %s", $2 }
    END { if (NR > 0) print "" }'
}

# Both parts run even if the first one fails: JDK MAVEN_ARGUMENT...
check_and_test() {
  local log=$LOGS/test.log started status unformatted=no missing=no
  mkdir -p "$LOGS"
  started=$(mktemp)
  SECONDS=0
  maven "$1" -ntp -q spotless:check "${@:2}" || unformatted=yes
  maven "$1" -ntp -fae verify "${@:2}" 2>&1 | tee "$log" | results_only
  status=${PIPESTATUS[0]}
  list_skips "$started" || missing=yes
  total "$started"
  rm -f "$started"
  [[ $status -eq 0 ]] || fail "the build or its tests failed; Maven's whole output is in $log"
  [[ $unformatted == no ]] || fail "some files are not formatted: ./mvnw spotless:apply"
  [[ $missing == no || ${CI:-} != true ]] || fail "CI=true, and tests were skipped because something is missing: see the list above"
}

# Keeps modules, test results, warnings, errors, and the output of the tests themselves.
results_only() {
  sed -u -nE '/^\[INFO\] (Building Darkroom|Tests run:.*[0-9]$|BUILD|--- surefire.*java-17)/{p;b
}
/^\[INFO\]|^\tat |^\t\.\.\. /!p'
}

# Prints the names of the Surefire reports that are newer than the given file.
reports_since() {
  find . -path '*/target/surefire-reports*' -name 'TEST-*.xml' -newer "$1"
}

# Lists every skipped test under its reason. Fails if one was skipped because something is missing.
# A reason that starts with "not applicable:" does not count as missing, nor does JUnit's own reason about the Java version.
list_skips() {
  local skips applicable='^(not applicable:|Disabled on JRE version)' status=0
  skips=$(reports_since "$1" | xargs awk -f tools/skips.awk | sort)
  [[ -n $skips ]] || return 0
  echo
  if grep -qvE "$applicable" <<<"$skips"; then
    echo "Skipped because something is missing:"
    grep -vE "$applicable" <<<"$skips" | under_reasons
    status=1
  fi
  if grep -qE "$applicable" <<<"$skips"; then
    echo "Skipped because the test does not apply here:"
    grep -E "$applicable" <<<"$skips" | under_reasons
  fi
  return "$status"
}

under_reasons() {
  awk -F '\t' '
    $1 != reason { reason = $1; print "  " reason }
    { print "      " $2 ": " $3 }'
}

# Prints two lines with the totals of all reports written since the given file.
total() {
  reports_since "$1" | xargs grep -ho '<testsuite [^>]*' |
    awk -v seconds="$SECONDS" '
      function count(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
      { tests += count("tests"); failed += count("failures"); broken += count("errors"); skipped += count("skipped") }
      END {
        printf "\nTOTAL: %d tests in %d classes, %d failed, %d broken, %d skipped, in %d min %02d s\n",
          tests, NR, failed, broken, skipped, seconds / 60, seconds % 60
        printf "%d passed, %d failed, %d skipped\n", tests - failed - broken - skipped, failed + broken, skipped
      }'
}
